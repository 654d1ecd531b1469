import type { Rule } from './rule.ts';

/** Rules for any file: that it can be read, and holds the keys that it should. */
export const fileRules = {
  'file-missing': {
    title: 'A file is missing',
    means:
      '`edition.yaml` must be there, and every folder of `sources/` needs a `source.yaml` and a `text.md`.',
  },
  'file-encoding': {
    title: 'A file is not UTF-8',
    means:
      'All files are text in UTF-8. Other encodings turn “é” or “–” into wrong signs. Your editor has a command “Save with encoding”.',
  },
  'json-syntax': {
    title: 'A file is not JSON',
    means:
      'A comma, a bracket or a quotation mark is missing or too many. `ledger.json` is written by `npm run anchors`, so take back what was changed there by hand.',
  },
  'yaml-syntax': {
    title: 'A file or front matter is not YAML',
    means:
      'Mostly a value holds `: ` or ` #`, or begins with a quotation mark or a bracket, and stands without quotation marks; or a line is not indented as those beside it; or a key stands twice.',
  },
  'front-matter-missing': {
    title: 'A file has no front matter',
    means:
      'A note, topic or page begins with a line `---`, its keys, and another line `---`. Its words come after that.',
  },
  'key-missing': {
    title: 'A key is missing',
    means: 'The tables of the manual say which keys a file must have.',
  },
  'key-unknown': {
    title: 'A key is not known',
    means:
      'Each file has the keys of its table and no others, so that a misspelt key is not passed over in silence.',
  },
  'value-invalid': {
    title: 'A value does not fit its key',
    means:
      'The value is of the wrong kind, is not one of those the key may have, or is not written as the key asks: a date, an anchor, an id. The message says how.',
  },
  'value-open': {
    title: 'A value that is still to be filled in',
    means:
      'The draft of `npm run import` says “To be filled in.” wherever the file alone says nothing, gives the date as `0000?` and the language as `und`. Readers would see that; so each is filled in before the source is published.',
  },
  'link-unknown': {
    title: 'A link leads nowhere',
    means:
      'A link within the edition, like `[the verse](/sources/letter-1900/#p4)`, must lead to a source, paragraph, note or page that is there.',
  },
  'reference-unknown': {
    title: 'A reference to a work that the bibliography does not have',
    means: 'The `id` of a reference is that of a record of `bibliography.json`.',
  },
  'work-invalid': {
    title: 'The bibliography is not a list of works',
    means:
      '`bibliography.json` is one list in CSL-JSON. Each work stands there once and has an `id`, a `type` and a `title`.',
  },
  'opening-quote': {
    title: 'Words on the home page that a source does not have',
    means:
      'The answers under `opening` in `edition.yaml` are the very words of a paragraph, letter for letter.',
  },
} as const satisfies Record<string, Rule>;
