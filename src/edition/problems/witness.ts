import type { Rule } from './rule.ts';

/** Rules that hold a text against its witness, word by word. */
export const witnessRules = {
  'witness-missing': {
    title: 'A witness that is not there',
    means:
      'Each witness that `source.yaml` names stands in the folder of the source, byte for byte as it was received.',
  },
  'witness-changed': {
    title: 'A witness that was changed',
    means:
      'A witness is evidence and is never edited. Its SHA-256, a number worked out of all its bytes, stands in `source.yaml` and shows any change.',
  },
  'witness-lines': {
    title: 'Lines of the witness that do not exist, or belong to two things',
    means:
      'Each line of the witness belongs to the text, to one note or to one omission. Lines count from 1.',
  },
  'omission-differs': {
    title: 'An omission that does not say what it leaves out',
    means:
      'Words of the witness that are not in the edition are recorded as `omitted`, with every word under `lemma`.',
  },
  'join-unused': {
    title: 'A decision on a hyphen that is not there',
    means: 'A `join` is about a word that the witness divides at the end of a line. No line ends so.',
  },
  'hyphen-undecided': {
    title: 'A hyphen at the end of a line that was not judged',
    means:
      'Whether such a hyphen belongs to the word (`would-be`) or only divides it (`for-mat`) is an editor’s decision, and is recorded as a `join`.',
  },
  'collation-differs': {
    title: 'The text differs from its witness',
    means:
      'Every word of the witness stands in the edition, in its order. A misprint stays and is marked (`sic`); words left out are recorded (`omitted`), and so are words added (`supplied`).',
  },
  'collation-sum': {
    title: 'Words of the witness that are not accounted for',
    means:
      'The words of text, notes and omissions together are as many as those of the witness. This guards the comparison itself.',
    isGuard: true,
  },
  'note-untranscribed': {
    title: 'A note of the witness that the text does not have',
    means: 'Each note that `source.yaml` finds in the witness stands in `text.md`.',
  },
  'note-unlocated': {
    title: 'A note whose place in the witness is not known',
    means:
      'Each note of `text.md` has its lines under `notes` of the witness in `source.yaml`, so that its words can be compared too.',
  },
  'page-break-missing': {
    title: 'A page of the witness that is not marked',
    means: 'Each page that `source.yaml` lists has its mark `:pb[n]` before its first word.',
  },
  'page-break-moved': {
    title: 'A page mark at the wrong word',
    means:
      'The mark stands directly before the first word of its page. A page that begins with a heading has it in the paragraph below.',
  },
  'page-break-unknown': {
    title: 'A mark for a page that the witness does not have',
    means: 'Each mark `:pb[n]` is of a page that `source.yaml` lists under `pages`.',
  },
  'boundary-lost': {
    title: 'A paragraph of the witness that is not begun',
    means: 'Where the witness begins a paragraph, the edition begins one.',
  },
  'boundary-unrecorded': {
    title: 'A paragraph that the witness does not show',
    means:
      'Where the edition begins a paragraph and the witness leaves it in doubt, a `boundary` in `apparatus.yaml` says on what ground.',
  },
  'apparatus-place-unknown': {
    title: 'A decision about a place that is not there',
    means: '`at` names an anchor or the label of a note of `text.md`.',
  },
  'apparatus-disagrees': {
    title: 'The text does not follow a decision',
    means: 'What the decision gives as `reading` must stand at its place, word for word.',
  },
  'apparatus-lemma': {
    title: 'A decision about words that are not there',
    means:
      '`lemma` is the words as the text has them. If they stand there more than once, `occurrence` says which.',
  },
  'supplied-unrecorded': {
    title: 'Words in square brackets without a decision',
    means:
      'What the edition adds to a text is recorded in `apparatus.yaml` as `supplied`, with the ground for it.',
  },
} as const satisfies Record<string, Rule>;
