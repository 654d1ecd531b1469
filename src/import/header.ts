import { stringify } from 'yaml';
import type { Composed } from './compose.ts';
import type { Layout } from './layout.ts';

const OPEN = 'To be filled in.';

interface Facts {
  witnessFile: string;
  sha256: string;
  /** What the witness is, as far as the file itself says. */
  description: string;
  hand: 'author' | 'transcriber';
}

/**
 * `source.yaml` of an imported source: valid by its schema, with “To be filled in.” wherever the file
 * alone says nothing. The date `0000?` and the language `und` mean the same.
 */
export function writeHeader(
  { witnessFile, sha256, description, hand }: Facts,
  layout: Layout,
  made: Composed,
): string {
  const hasNotes = made.text.notes.length > 0;
  const header = {
    title: { text: OPEN, 'supplied-by': 'edition' },
    short: OPEN,
    authors: [
      {
        name: OPEN,
        family: OPEN,
        given: OPEN,
        dates: OPEN,
        certainty: 'attributed',
        'supplied-by': 'edition',
      },
    ],
    date: '0000?',
    container: { title: OPEN },
    type: 'document',
    language: 'und',
    order: 999,
    witnesses: [
      {
        siglum: 'A',
        file: witnessFile,
        sha256,
        description,
        ...(made.calls !== undefined && { calls: made.calls }),
        ...(Object.keys(made.otherCalls).length > 0 && { 'other-calls': made.otherCalls }),
        lines: layout.lines,
        ...(layout.paragraphEnd !== 'not-shown' && { 'paragraph-end': layout.paragraphEnd }),
        pages: made.pages,
        notes: made.noteLines,
      },
    ],
    hands: hasNotes ? { [`${hand}-note`]: `${OPEN} Whose are the notes that came with the witness?` } : {},
    ...(made.onTheWhole.length > 0 && { 'notes-on-the-whole': made.onTheWhole }),
    box: { who: OPEN, when: OPEN, 'for-whom': OPEN, interest: OPEN, 'whose-notes': OPEN, trust: OPEN },
    summary: OPEN,
    rights: [{ hand: 'author', term: OPEN, statement: OPEN, basis: OPEN, display: OPEN }],
  };
  return (
    `# Made by \`npm run import\`. Fill in every “${OPEN}”, the date \`0000?\`, the language \`und\` and the order.\n` +
    stringify(header, { lineWidth: 110 })
  );
}

/** `apparatus.yaml` with the decisions that the import took. */
export function writeApparatus({ decisions }: Composed): string {
  return (
    '# Decisions on the readings of witness A, taken by `npm run import` and to be checked.\n' +
    stringify({ decisions }, { lineWidth: 110 })
  );
}
