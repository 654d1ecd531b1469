import { stringify } from 'yaml';
import { OPEN_DATE, OPEN_LANGUAGE, OPEN_WORDS } from '../edition/open-values.ts';
import type { Composed } from './compose.ts';
import type { Kind } from './kinds.ts';
import type { Layout } from './layout.ts';

const OPEN = `${OPEN_WORDS}.`;

export interface HeaderFacts {
  witnessFile: string;
  sha256: string;
  /** The file that the witness was taken out of. */
  takenFrom: { file: string; sha256: string } | undefined;
  /** The name of the file as it was received. */
  file: string;
  kind: Kind;
  hand: 'author' | 'transcriber';
  /** Its place among the sources. */
  order: number;
  /** What the file says of itself. */
  title?: string | undefined;
  author?: string | undefined;
  date?: string | undefined;
  language?: string | undefined;
}

const READ: Record<Kind, string> = {
  text: 'A text file',
  markdown: 'A file of Markdown',
  html: 'A web page (HTML)',
  docx: 'A file of a word processor (DOCX)',
  tei: 'A file of TEI',
};

/**
 * `source.yaml` of an imported source: valid by its schema, with “To be filled in.” wherever the file
 * alone says nothing. The date `0000?`, the language `und` and the rights `CNE` mean the same.
 */
export function writeHeader(
  facts: HeaderFacts,
  layout: Pick<Layout, 'lines' | 'paragraphEnd'>,
  made: Composed,
): string {
  const { title, author, date, language, hand, order } = facts;
  const hasNotes = made.text.notes.length > 0;
  const said = 'So the file says; to be checked.';
  const header = {
    title: {
      text: title ?? OPEN,
      'supplied-by': title === undefined ? 'edition' : 'witness',
      ...(title !== undefined && { note: said }),
    },
    short: OPEN,
    authors: [
      {
        name: author ?? OPEN,
        family: author?.split(' ').at(-1) ?? OPEN,
        given: author?.split(' ').slice(0, -1).join(' ') || OPEN,
        dates: OPEN,
        certainty: 'attributed',
        'supplied-by': author === undefined ? 'edition' : 'witness',
        ...(author !== undefined && { note: said }),
      },
    ],
    date: date ?? OPEN_DATE,
    container: { title: OPEN },
    type: 'document',
    language: language ?? OPEN_LANGUAGE,
    order,
    witnesses: [
      {
        siglum: 'A',
        file: facts.witnessFile,
        sha256: facts.sha256,
        ...(facts.takenFrom && { 'taken-from': facts.takenFrom }),
        description: describe(facts),
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
    // Not evaluated; a build names whatever it shows that is not cleared.
    rights: [...new Set(['author', hasNotes ? hand : 'author'])].map((one) => ({
      hand: one,
      term: 'CNE',
      statement: OPEN,
      basis: OPEN,
      'in-short': OPEN,
      display: 'full',
    })),
  };
  return (
    `# Made by \`npm run import\`. Fill in every “${OPEN}”, the date \`${OPEN_DATE}\` and the language \`${OPEN_LANGUAGE}\`; judge the rights (\`CNE\`).\n` +
    stringify(header, { lineWidth: 110 })
  );
}

function describe({ kind, file, takenFrom }: HeaderFacts): string {
  const taken = takenFrom
    ? `, kept as “${takenFrom.file}”; its words were taken out of it by a program.`
    : '.';
  return `${READ[kind]}, “${file}”${taken} ${OPEN_WORDS}: what it is and where it came from.`;
}

/** `apparatus.yaml` with the decisions that the import took. */
export function writeApparatus({ decisions }: Composed): string {
  return (
    '# Decisions on the readings of witness A, taken by `npm run import` and to be checked.\n' +
    stringify({ decisions }, { lineWidth: 110 })
  );
}
