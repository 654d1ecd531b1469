import { collate, type Collation } from '../edition/collate.ts';
import { hashBytes } from '../edition/hash.ts';
import { printTextFile } from '../edition/print.ts';
import type { Problem } from '../edition/problem.ts';
import { assembleSource } from '../edition/source.ts';
import { unfoldColumns } from './columns.ts';
import { compose, type Composed } from './compose.ts';
import { readText } from './decode.ts';
import { gutenbergFacts, layGutenberg } from './gutenberg.ts';
import { writeApparatus, writeHeader, type HeaderFacts } from './header.ts';
import { extensionOf, type Kind } from './kinds.ts';
import { areWrapped, readLines, type Doubt, type Layout } from './layout.ts';
import { composeMarked } from './marked/compose.ts';
import { readMarked } from './marked/read.ts';
import { layWeb } from './web.ts';
import { layWrapped } from './wrapped.ts';

export interface ImportOptions {
  id: string;
  /** Name of the file, for messages. */
  file: string;
  /** Whose the notes of the witness are. */
  hand: 'author' | 'transcriber';
  /** Its place among the sources of the edition; 1 if not given. */
  order?: number;
  /** What kind of file it is; plain text if not given. */
  kind?: Kind | undefined;
  /** How the lines of a plain text make paragraphs, where the importer should not judge it. */
  lines?: 'wrapped' | 'paragraph' | undefined;
  /** The encoding, where it should not be guessed. */
  encoding?: string | undefined;
}

export interface Imported {
  /** Name → content of each file of the folder; the witness is among them as it was received. */
  files: Map<string, string | Uint8Array>;
  /** The file that the lines of the doubts are lines of. */
  witness: string;
  doubts: Doubt[];
  collation: Collation | undefined;
  /** What `npm run check` would say of the folder, but for values that are to be filled in. */
  problems: Problem[];
}

/** What is known of a file once it is read. */
interface Read {
  made: Composed;
  layout: Pick<Layout, 'lines' | 'paragraphEnd'>;
  /** The witness, where it is not the file itself but plain text taken out of it. */
  taken: Uint8Array | undefined;
  facts: Pick<HeaderFacts, 'title' | 'author' | 'date' | 'language'>;
}

/** Makes the source folder of an edition from the bytes of a file. @throws ImportError */
export async function importSource(bytes: Uint8Array, options: ImportOptions): Promise<Imported> {
  const { kind = 'text' } = options;
  return folderOf(
    bytes,
    kind === 'text' ? readPlain(bytes, options) : await readWithMarks(bytes, kind, options),
    options,
  );
}

/** The same for plain text. @throws ImportError */
export function importText(bytes: Uint8Array, options: ImportOptions): Imported {
  return folderOf(bytes, readPlain(bytes, options), options);
}

function readPlain(bytes: Uint8Array, { file, hand, lines: how, encoding }: ImportOptions): Read {
  const read = readText(bytes, file, encoding);
  const unfolded = how === 'paragraph' ? undefined : unfoldColumns(read.text);
  const text = unfolded?.text ?? read.text;
  const isAsReceived = read.isAsReceived && !unfolded;
  const doubts = [...read.doubts, ...(unfolded ? [unfolded.doubt] : [])];
  const lines = readLines(text);
  const layout = lay(text, lines, how);
  const made = compose(lines, { ...layout, doubts: [...doubts, ...layout.doubts] }, hand);
  return {
    made,
    layout,
    taken: isAsReceived ? undefined : new TextEncoder().encode(text),
    facts: gutenbergFacts(text),
  };
}

async function readWithMarks(
  bytes: Uint8Array,
  kind: Exclude<Kind, 'text'>,
  { file, hand, encoding }: ImportOptions,
): Promise<Read> {
  const document = await readMarked(bytes, kind, file, encoding);
  const { witness, made } = composeMarked(document, hand);
  const { title, author, date, language } = document;
  return {
    made,
    layout: { lines: 'wrapped', paragraphEnd: 'two-spaces' },
    taken: new TextEncoder().encode(witness),
    facts: { title, author, date, language },
  };
}

function folderOf(bytes: Uint8Array, { made, layout, taken, facts }: Read, options: ImportOptions): Imported {
  const { id, file, hand, kind = 'text', order = 1 } = options;
  const witnessFile = 'witness.txt';
  const original = `original.${extensionOf(kind, file)}`;
  const witnessBytes = taken ?? bytes;
  const header = writeHeader(
    {
      ...facts,
      witnessFile,
      sha256: hashBytes(witnessBytes),
      takenFrom: taken && { file: original, sha256: hashBytes(bytes) },
      file,
      kind,
      hand,
      order,
    },
    layout,
    made,
  );
  const apparatus = writeApparatus(made);
  const markdown = printTextFile(made.text);
  const received = new Map([[witnessFile, witnessBytes], ...(taken ? ([[original, bytes]] as const) : [])]);

  const folder = `content/sources/${id}`;
  const source = assembleSource({
    id,
    folder,
    header: { file: `${folder}/source.yaml`, text: header },
    text: { file: `${folder}/text.md`, text: markdown },
    apparatus: { file: `${folder}/apparatus.yaml`, text: apparatus },
    ledger: undefined,
    witnesses: received,
  });
  const [witness] = source.value?.header.witnesses ?? [];
  const collation =
    source.value && witness ? collate(source.value, witness, witnessBytes, folder) : undefined;
  return {
    files: new Map<string, string | Uint8Array>([
      ...received,
      ['text.md', markdown],
      ['source.yaml', header],
      ['apparatus.yaml', apparatus],
    ]),
    witness: witnessFile,
    doubts: made.doubts,
    collation,
    problems: [
      ...source.problems.filter(({ code }) => code !== 'value-open'),
      ...(collation?.problems ?? []),
    ],
  };
}

function lay(text: string, lines: ReturnType<typeof readLines>, how: ImportOptions['lines']): Layout {
  const gutenberg = layGutenberg(text, lines);
  if (gutenberg) return gutenberg;
  const isWrapped = how === undefined ? areWrapped(lines) : how === 'wrapped';
  return isWrapped ? layWrapped(lines) : layWeb(lines);
}
