import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatProblem } from '../edition/problem.ts';
import { ImportError } from '../import/decode.ts';
import { importText, type Imported } from '../import/import-source.ts';

const HELP = `npm run import -- FILE --id ID --out DIR
  Makes DIR the folder of a source (content/sources/ID): witness, text.md, source.yaml, apparatus.yaml.
  Reads plain text: wrapped, as the text layer of a PDF, or a paragraph in each line, as of a web page;
  and text of Project Gutenberg. Prints every doubt with its line. Exit code 0 when no word is lost.

  --notes author|transcriber   whose the notes of the file are (default: author)
  --lines wrapped|paragraph    how lines make paragraphs, if it is not judged rightly`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    id: { type: 'string' },
    out: { type: 'string' },
    notes: { type: 'string', default: 'author' },
    lines: { type: 'string' },
    help: { type: 'boolean' },
  },
});

try {
  if (values.help) console.log(HELP);
  else await run(positionals[0], values.id, values.out);
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(file?: string, id?: string, out?: string): Promise<void> {
  if (!file || !id || !out || positionals.length > 1)
    throw new ImportError('import', undefined, 'It needs one file, `--id` and `--out`.', HELP);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    throw new ImportError(
      `--id ${id}`,
      undefined,
      'This cannot be an address.',
      'Write small letters, digits and single hyphens, like `strong-1934`.',
    );
  const hand = values.notes;
  if (hand !== 'author' && hand !== 'transcriber')
    throw new ImportError(
      `--notes ${hand}`,
      undefined,
      'This is not a hand of the witness.',
      'Write `author` or `transcriber`.',
    );
  const lines = values.lines;
  if (lines !== undefined && lines !== 'wrapped' && lines !== 'paragraph')
    throw new ImportError(
      `--lines ${lines}`,
      undefined,
      'This is no way to set lines.',
      'Write `wrapped` or `paragraph`.',
    );
  if (!existsSync(file) || !statSync(file).isFile())
    throw new ImportError(file, undefined, 'There is no such file.', 'Correct the path.');
  if (existsSync(out) && (!statSync(out).isDirectory() || readdirSync(out).length > 0))
    throw new ImportError(
      out,
      undefined,
      'This exists and is not an empty folder.',
      'Name a new folder; nothing is written over.',
    );
  if (/\.(?:pdf|docx?|html?|xml|md)$/i.test(file))
    throw new ImportError(
      file,
      undefined,
      'This kind of file is not read.',
      'Save its text as plain text first, e.g. `pdftotext file.pdf file.txt`.',
    );
  const imported = importText(new Uint8Array(await readFile(file)), {
    id,
    file: basename(file),
    hand,
    lines,
  });
  await mkdir(out, { recursive: true });
  for (const [name, content] of imported.files) await writeFile(join(out, name), content);
  report(imported, file, out);
}

function report({ doubts, collation, problems }: Imported, file: string, out: string): void {
  for (const { line, kind, fact } of doubts) console.log(`${file}:${String(line)} ${kind}\n  ${fact}`);
  if (doubts.length > 0) console.log(`\n${String(doubts.length)} doubts to judge.`);
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  const found = collation?.rows.reduce((sum, row) => sum + row.found, 0) ?? 0;
  console.log(`${String(found)} of ${String(collation?.whole ?? 0)} words`);
  console.log(`Written to ${out}. Next: fill in source.yaml, judge the doubts, then \`npm run anchors\`.`);
  if (problems.length > 0 || found !== collation?.whole) process.exitCode = 1;
}
