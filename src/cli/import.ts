import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatProblem } from '../edition/problem.ts';
import { ImportError } from '../import/decode.ts';
import { importSource, type Imported, type ImportOptions } from '../import/import-source.ts';
import { kindOf, KINDS } from '../import/kinds.ts';
import { slug } from '../schemas/common.ts';

const HELP = `npm run import -- FILE --id ID [--out DIR]
  Makes DIR (else content/sources/ID) the folder of a source: the file byte for byte, text.md, source.yaml,
  apparatus.yaml, and import-report.md with every doubt and its line. It reads plain text (wrapped, as the
  text layer of a PDF, or a paragraph in each line, as of a web page), text of Project Gutenberg, HTML,
  DOCX, Markdown and TEI.

  --notes author|transcriber   whose the notes of the file are (default: author)
  --kind ${KINDS.join('|')}
                               what kind of file it is, if it is not told rightly by its content and name
  --lines wrapped|paragraph    how the lines of a plain text make paragraphs, if it is not judged rightly
  --encoding NAME              its encoding, if it is not told rightly: windows-1252, koi8-r …

  Exit code 0: no word is lost, whatever is in doubt. 1: words are lost. 2: the file cannot be imported.`;

const REPORT = 'import-report.md';

try {
  await run();
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function readCall() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        id: { type: 'string' },
        out: { type: 'string' },
        notes: { type: 'string', default: 'author' },
        kind: { type: 'string' },
        lines: { type: 'string' },
        encoding: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new ImportError('npm run import', undefined, error instanceof Error ? error.message : '', HELP);
  }
}

async function run(): Promise<void> {
  const { values, positionals } = readCall();
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [file, ...others] = positionals;
  const { id } = values;
  if (file === undefined || id === undefined || others.length > 0)
    throw new ImportError('npm run import', undefined, 'It needs one file and `--id`.', HELP);
  if (!slug.safeParse(id).success)
    throw new ImportError(
      `--id ${id}`,
      undefined,
      'This cannot be an address.',
      'Write small letters, digits and single hyphens, like `strong-1934`.',
    );
  const hand = oneOf('notes', values.notes, ['author', 'transcriber'] as const) ?? 'author';
  const lines = oneOf('lines', values.lines, ['wrapped', 'paragraph'] as const);
  const said = oneOf('kind', values.kind, KINDS);
  if (!existsSync(file) || !statSync(file).isFile())
    throw new ImportError(file, undefined, 'There is no such file.', 'Correct the path.');
  const out = values.out ?? join('content/sources', id);
  if (existsSync(out) && (!statSync(out).isDirectory() || readdirSync(out).length > 0))
    throw new ImportError(
      out,
      undefined,
      'This exists and is not an empty folder.',
      'Name a new folder with `--out`, or remove this one; nothing is written over.',
    );
  const bytes = new Uint8Array(await readFile(file));
  const options: ImportOptions = {
    id,
    file: basename(file),
    hand,
    kind: said ?? kindOf(bytes, basename(file)),
    lines,
    encoding: values.encoding,
    order: sourcesBeside(out) + 1,
  };
  const imported = await importSource(bytes, options);
  await write(out, imported);
}

/** How many sources there are in the folder that a new one goes to. */
function sourcesBeside(out: string): number {
  const folder = dirname(out);
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'source.yaml'))).length;
}

/** The value of an option, if it is one of those that there are. */
function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  among: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = among.find((one) => one === value);
  if (found !== undefined) return found;
  const all = among.map((one) => `\`${one}\``).join(', ');
  throw new ImportError(
    `--${option} ${value}`,
    undefined,
    'This is not one of its values.',
    `Write one of ${all}.`,
  );
}

async function write(out: string, imported: Imported): Promise<void> {
  const { files, doubts, collation, problems, witness } = imported;
  await mkdir(out, { recursive: true });
  for (const [name, content] of files) await writeFile(join(out, name), content);
  const found = collation?.rows.reduce((sum, row) => sum + row.found, 0) ?? 0;
  const whole = collation?.whole ?? 0;
  const words = `${String(found)} of ${String(whole)} words`;
  const isWhole = collation !== undefined && found === whole;

  const said = doubts.map(({ line, kind, fact }) => ({ at: `${witness}:${String(line)}`, kind, fact }));
  await writeFile(
    join(out, REPORT),
    [
      '# Report of the import',
      `${words} of the witness are in the text or accounted for. Remove this file when all is judged.`,
      ...(said.length > 0
        ? [said.map(({ at, kind, fact }) => `- ${at} (${kind}): ${fact}`).join('\n')]
        : ['No doubts.']),
      ...problems.map((problem) => formatProblem(problem)),
    ].join('\n\n') + '\n',
  );
  for (const { at, kind, fact } of said) console.log(`${join(out, at)} ${kind}\n  ${fact}`);
  console.log(
    `\n${String(said.length)} ${said.length === 1 ? 'doubt' : 'doubts'} to judge, kept in ${join(out, REPORT)}.`,
  );
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  console.log(words);
  if (isWhole)
    console.log(
      `Written to ${out}. Next: judge the doubts and fill in source.yaml; \`npm run check\` says what is left, and \`npm run anchors\` comes last.`,
    );
  else {
    console.error('Words are lost, as said above. Import the file as plain text, or mend text.md by hand.');
    process.exitCode = 1;
  }
}
