import type { Rule } from './rule.ts';

/** Rules that keep every published address. */
export const ledgerRules = {
  'release-closed': {
    title: 'A change to a release that was published',
    means:
      'A published release is never changed. What is new belongs to the next one, which `npm run release -- "What changed"` names.',
  },
  'ledger-stale': {
    title: 'Words that are not those of the ledger',
    means:
      'The ledger keeps the words of every address. If they were changed on purpose, `npm run anchors` records it.',
  },
  'ledger-target-unknown': {
    title: 'An address that was retired into one that is not there',
    means: 'Whoever follows the old address must arrive somewhere.',
  },
  'anchor-unpublished': {
    title: 'An anchor that the ledger does not have',
    means: '`npm run anchors` records new anchors.',
  },
  'anchor-reused': {
    title: 'An anchor that was retired',
    means: 'A published address never gets another meaning, so a new paragraph has a new anchor.',
  },
  'anchor-lost': {
    title: 'A published anchor that is gone',
    means:
      'Citations lead there. Restore it, or retire it: then the address says what became of the paragraph.',
  },
  'note-unpublished': {
    title: 'A note that the ledger does not have',
    means: '`npm run anchors` records new notes.',
  },
  'note-reused': {
    title: 'The name of a note that was retired',
    means: 'A published address never gets another meaning, so a new note has a new name.',
  },
  'note-lost': {
    title: 'A published note that is gone',
    means:
      'Citations lead there. Restore its file, or retire it: then the address says what became of the note.',
  },
  'source-unpublished': {
    title: 'A source that the ledger does not have',
    means: '`npm run anchors` records new sources.',
  },
  'source-reused': {
    title: 'The id of a source that was retired',
    means: 'A published address never gets another meaning, so a new source has a new id.',
  },
  'source-lost': {
    title: 'A published source that is gone',
    means:
      'Citations lead there. Restore its folder, or retire it: then its addresses say what became of it.',
  },
  'page-unpublished': {
    title: 'A page that the ledger does not have',
    means:
      'People, places, topics, figures, claims and so on have pages; `npm run anchors` records new ones.',
  },
  'page-reused': {
    title: 'The address of a page that was retired',
    means: 'A published address never gets another meaning, so a new page has a new name.',
  },
  'page-lost': {
    title: 'A published page that is gone',
    means: 'Citations lead there. Restore its file, or retire it: then the address says what became of it.',
  },
} as const satisfies Record<string, Rule>;
