import { collate, type Collation } from '../edition/collate.ts';
import { hashBytes } from '../edition/hash.ts';
import { printTextFile } from '../edition/print.ts';
import type { Problem } from '../edition/problem.ts';
import { assembleSource } from '../edition/source.ts';
import { compose } from './compose.ts';
import { readText } from './decode.ts';
import { layGutenberg } from './gutenberg.ts';
import { writeApparatus, writeHeader } from './header.ts';
import { areWrapped, readLines, type Doubt, type Layout } from './layout.ts';
import { layWeb, type LineKinds } from './web.ts';
import { layWrapped } from './wrapped.ts';

export interface ImportOptions {
  id: string;
  /** Name of the file, for messages. */
  file: string;
  /** Whose the notes of the witness are. */
  hand: 'author' | 'transcriber';
  /** How lines make paragraphs, where the importer should not judge it. */
  lines?: 'wrapped' | 'paragraph' | undefined;
  /** What is known of lines that were taken from a file with marks. */
  kinds?: LineKinds;
  description?: string;
}

export interface Imported {
  /** Name → content of each file of the folder; the witness is among them as it was received. */
  files: Map<string, string | Uint8Array>;
  doubts: Doubt[];
  collation: Collation | undefined;
  /** What `npm run check` would say of the folder. */
  problems: Problem[];
}

/** Makes the source folder of an edition from the bytes of a plain text. Throws `ImportError`. */
export function importText(bytes: Uint8Array, options: ImportOptions): Imported {
  const { id, file, hand } = options;
  const text = readText(bytes, file);
  const lines = readLines(text);
  const layout = lay(text, lines, options);
  const made = compose(lines, layout, hand);
  const witnessFile = 'witness.txt';
  const description =
    options.description ?? `A text file, \`${file}\`. To be filled in: what it is and where it came from.`;
  const facts = { witnessFile, sha256: hashBytes(bytes), description, hand };
  const header = writeHeader(facts, layout, made);
  const apparatus = writeApparatus(made);
  const markdown = printTextFile(made.text);

  const folder = `content/sources/${id}`;
  const source = assembleSource({
    id,
    folder,
    header: { file: `${folder}/source.yaml`, text: header },
    text: { file: `${folder}/text.md`, text: markdown },
    apparatus: { file: `${folder}/apparatus.yaml`, text: apparatus },
    ledger: undefined,
    witnesses: new Map([[witnessFile, bytes]]),
  });
  const [witness] = source.value?.header.witnesses ?? [];
  const collation = source.value && witness ? collate(source.value, witness, bytes, folder) : undefined;
  return {
    files: new Map<string, string | Uint8Array>([
      [witnessFile, bytes],
      ['text.md', markdown],
      ['source.yaml', header],
      ['apparatus.yaml', apparatus],
    ]),
    doubts: made.doubts,
    collation,
    problems: [...source.problems, ...(collation?.problems ?? [])],
  };
}

function lay(
  text: string,
  lines: ReturnType<typeof readLines>,
  { kinds, lines: how }: ImportOptions,
): Layout {
  if (kinds) return layWeb(lines, kinds);
  const gutenberg = layGutenberg(text, lines);
  if (gutenberg) return gutenberg;
  const isWrapped = how === undefined ? areWrapped(lines) : how === 'wrapped';
  return isWrapped ? layWrapped(lines) : layWeb(lines);
}
