import type { Rule } from './rule.ts';

/** Rules for `text.md`, the transcription of a source. */
export const textRules = {
  'source-id': {
    title: 'The name of a source’s folder cannot be an address',
    means:
      'The folder’s name is part of every address of the source, so it is small letters, digits and single hyphens.',
  },
  'text-empty': {
    title: 'A text without paragraphs',
    means: 'A source is published when it has at least one paragraph.',
  },
  'text-unescaped': {
    title: 'A sign that Markdown would act on',
    means:
      'Signs like `_`, `&`, `<` or `[` have a meaning in Markdown and would change the words. A backslash before the sign makes it a sign of the text.',
  },
  'text-line-start': {
    title: 'A line that Markdown would take for something else',
    means:
      'A line that begins with `- `, `1. ` or `#` would become a list or a heading. A backslash before its first mark keeps it a line of the paragraph.',
  },
  'text-indented': {
    title: 'A block that begins with four spaces',
    means: 'Markdown would show it as the code of a program.',
  },
  'text-control-character': {
    title: 'A sign that cannot be shown',
    means: 'Some invisible signs, often left by a scan, can stand in no web page and no XML file.',
  },
  'line-break-spaces': {
    title: 'Two spaces at the end of a line',
    means:
      'Markdown would break the line there, and nobody sees the spaces. A line break that belongs to the text, as in verse, is written as a backslash at the end of the line.',
  },
  'emphasis-unclosed': {
    title: 'Emphasis that does not end',
    means:
      'An asterisk `*` begins italic words and another ends them, in the same paragraph. An asterisk of the text is written `\\*`.',
  },
  'mark-spaced': {
    title: 'A mark with a space where none belongs',
    means:
      'A note call or page mark stands directly at a word. With a space on each side of it the text would have two spaces where it has one.',
  },
  'directive-unknown': {
    title: 'A mark that begins with a colon and is not known',
    means:
      'The only mark that begins with a colon is the page break, `:pb[12]`. A colon of the text before a letter is written `\\:`.',
  },
  'heading-marks': {
    title: 'A heading with a mark in it',
    means:
      'A heading is words alone. A note call, page mark or emphasis of the heading moves to the paragraph below it.',
  },
  'heading-empty': {
    title: 'A heading without words',
    means:
      'A heading is the words that the witness has there, or words in square brackets that the edition supplies. Where a part begins and its heading is not known, write `## []`; none is invented.',
  },
  'block-empty': {
    title: 'A paragraph without words',
    means:
      'A mark or an anchor stands alone between empty lines. It belongs into the paragraph before or after.',
  },
  'page-break-malformed': {
    title: 'A page mark that cannot be read',
    means: 'A page of the witness begins at `:pb[12]`, with the number of the page between square brackets.',
  },
  'anchor-inside': {
    title: 'An anchor within a paragraph',
    means:
      'An anchor, like `^p12`, is the end of its paragraph. Mostly the empty line after it is missing. A caret of the text is written `\\^`.',
  },
  'anchor-malformed': {
    title: 'An anchor that cannot be read',
    means: 'Paragraphs have anchors like `^p12` or `^p12a`, headings like `^s2`.',
  },
  'anchor-missing': {
    title: 'A paragraph without an anchor',
    means:
      'Every paragraph and heading has one, since it is its address. `npm run anchors` gives those that are missing.',
  },
  'anchor-duplicate': {
    title: 'An anchor that stands twice',
    means:
      'An anchor is the address of one paragraph. The one that was published keeps it; the other gets a new one.',
  },
  'note-call-malformed': {
    title: 'A note call that cannot be read',
    means:
      'A note that came with the witness is called by its hand and label: `[^author:3]` or `[^transcriber:2]`.',
  },
  'note-hand-unknown': {
    title: 'A note of `text.md` in a hand that no witness has',
    means:
      '`text.md` holds the notes that came with the witness: by its author (`[^author:3]`) or by whoever transcribed it (`[^transcriber:2]`). Editor’s notes are files of their own.',
  },
  'note-duplicate': {
    title: 'Two notes with one label',
    means: 'The label of a note is its address, so it stands once in `text.md`.',
  },
  'note-missing': {
    title: 'A call to a note that is not there',
    means: 'Each call `[^author:3]` has its note at the end of the file: `[^author:3]: …`.',
  },
  'note-uncalled': {
    title: 'A note that nothing calls',
    means:
      'Each note of the witness is called where the witness calls it. One that belongs to the text as a whole is listed under `notes-on-the-whole` in `source.yaml`.',
  },
  'note-empty': {
    title: 'A note without words',
    means: 'A note has at least one paragraph.',
  },
} as const satisfies Record<string, Rule>;
