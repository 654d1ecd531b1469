import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { contentRoot, readContent } from '../../content-files.ts';
import { assemble } from '../../edition/assemble.ts';
import { formatProblem, type Problem } from '../../edition/problem.ts';
import type { RawEdition, RawFile } from '../../edition/raw.ts';
import { slug } from '../../schemas/common.ts';
import { folderOf } from '../../schemas/entity-kinds.ts';
import { compose } from './compose.ts';
import {
  complete,
  fieldsOf,
  folderFor,
  isNewKind,
  newKinds,
  one,
  withoutFaulty,
  type Answers,
  type Field,
  type NewKind,
} from './fields.ts';

const HELP = `npm run new -- KIND [--FLAG VALUE …]
  Writes a new file of content/ and says where to go on writing. In a terminal it asks for what no flag says.
  KIND is one of ${newKinds.join(', ')}.

  npm run new -- KIND --help   lists the flags of a kind
  --open       opens the file in $EDITOR
  --root DIR   the folder that holds content/ (default: here)

  Nothing is written if the file exists or the check would find anything wrong with it.`;

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\nNothing was written.`);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const kind = args[0];
  if (kind === undefined || kind === '--help') {
    console.log(HELP);
    return;
  }
  if (!isNewKind(kind)) throw new Error(`\`${kind}\` is not one of ${newKinds.join(', ')}.`);
  const flags = readFlags(fieldsOf(kind, 1), args.slice(1));
  if (flags.help) {
    console.log(helpOf(kind));
    return;
  }
  if (flags.open && !process.env['EDITOR'])
    throw new Error('`--open` needs the variable EDITOR, which names the program to open the file in.');
  const raw = await readContent(flags.root);
  const before = assemble(raw);
  const orders = before.edition?.topics.map(({ header }) => header.order) ?? [];
  const sources = raw.sources.map((source) => source.id);
  const fields = fieldsOf(kind, Math.max(0, ...orders) + 1, sources);
  let given: Answers | undefined = flags.given;
  let draft: Draft | undefined;
  while (given) {
    draft = draftOf(kind, await askFor(fields, given), raw, before.problems);
    const codes = draft.faults.map(({ code }) => code);
    given = codes.length > 0 && process.stdin.isTTY ? withoutFaulty(draft.answers, codes) : undefined;
    if (given) console.error(`${tell(draft.faults)}\nSay it again:`);
  }
  if (!draft) return;
  const { file, text, line, faults } = draft;
  if (faults.length > 0) {
    const told = tell(faults);
    // What somebody typed in answer to questions is not lost.
    throw new Error(process.stdin.isTTY ? `${told}\n\n${file} would have been:\n${text}` : told);
  }

  const path = join(flags.root, file);
  await mkdir(dirname(path), { recursive: true });
  // `wx`: what somebody else wrote meanwhile is not lost.
  await writeFile(path, text, { flag: 'wx' });
  console.log(`${file}:${String(line)}`);
  console.error('Written; go on at that line. `npm run anchors` records its address when it is done.');
  if (flags.open) openIn(process.env['EDITOR'] ?? '', path);
}

/** A new file as it would be, and what would be wrong with it. */
interface Draft {
  answers: Answers;
  file: string;
  text: string;
  /** On which to go on writing. */
  line: number;
  faults: Problem[];
}

/** Throws where it cannot be a file at all. */
function draftOf(kind: NewKind, answers: Answers, raw: RawEdition, before: readonly Problem[]): Draft {
  const id = one(answers, 'id') ?? '';
  const valid = slug.safeParse(id);
  if (!valid.success) throw new Error(`\`${id}\` cannot be an id. ${valid.error.issues[0]?.message ?? ''}`);

  const folder = folderFor(kind, answers);
  const file = `content/${folder}/${id}.${kind === 'note' || kind === 'topic' ? 'mdx' : 'yaml'}`;
  const { text, line } = compose(kind, answers);
  const isThere = [...raw.notes, ...raw.entities, ...raw.records].some((known) => known.file.file === file);
  if (isThere)
    throw new Error(`${file} exists. Add to it in your text editor, or give another id with \`--id\`.`);
  const after = assemble(withFile(raw, kind, { id, answers, file: { file, text } }));
  return { answers, file, text, line, faults: newProblems(before, after.problems) };
}

function tell(faults: readonly Problem[]): string {
  return faults.map(({ code, fact, action }) => `${code}: ${fact}\n  ${action}`).join('\n');
}

function readFlags(fields: readonly Field[], args: string[]) {
  const options: ParseArgsOptionsConfig = {
    open: { type: 'boolean' },
    help: { type: 'boolean' },
    root: { type: 'string' },
    ...Object.fromEntries(fields.map(({ name }) => [name, { type: 'string', multiple: true }])),
  };
  const { values } = parseArgs({ args, options });
  const { open, help, root, ...rest } = values;
  const given: Answers = {};
  for (const [name, value] of Object.entries(rest)) {
    const said = [value ?? []].flat().map(String);
    const isMany = fields.some((field) => field.name === name && field.isMany);
    if (said.length > 1 && !isMany) throw new Error(`\`--${name}\` may be given once.`);
    given[name] = said;
  }
  const folder = typeof root === 'string' ? root : contentRoot();
  return { open: open === true, help: help === true, root: folder, given };
}

function helpOf(kind: NewKind): string {
  const lines = fieldsOf(kind, 1).map(
    ({ name, question, isMany }) =>
      `  --${name.padEnd(12)} ${question}${isMany ? '; may be given more than once' : ''}`,
  );
  return `npm run new -- ${kind}\n${lines.join('\n')}`;
}

/** Asks in a terminal; elsewhere nobody would answer. */
async function askFor(fields: readonly Field[], given: Answers): Promise<Answers> {
  if (!process.stdin.isTTY) return complete(fields, given);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await complete(fields, given, (question, standard) =>
      lines.question(`${question}${standard === '' ? '' : ` [${standard}]`}: `),
    );
  } finally {
    lines.close();
  }
}

/** The edition as it would be with the new file. */
function withFile(
  raw: RawEdition,
  kind: NewKind,
  { id, answers, file }: { id: string; answers: Answers; file: RawFile },
): RawEdition {
  if (kind === 'note')
    return { ...raw, notes: [...raw.notes, { sourceId: one(answers, 'source') ?? '', id, file }] };
  if (kind === 'topic') return { ...raw, records: [...raw.records, { folder: 'topics', id, file }] };
  return { ...raw, entities: [...raw.entities, { folder: folderOf(kind), id, file }] };
}

/** What is wrong only since the file is there; that the ledger has no address yet is as it should be. */
function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const known = new Set(before.map(formatProblem));
  return after.filter((one) => !known.has(formatProblem(one)) && !one.code.endsWith('-unpublished'));
}

/** `editor` may have arguments of its own, as in `code --wait`. */
function openIn(editor: string, path: string): void {
  const [program = '', ...args] = editor.split(' ');
  spawn(program, [...args, path], { stdio: 'inherit' }).on('error', (error) => {
    console.error(`$EDITOR could not be started: ${error.message}`);
    process.exitCode = 1;
  });
}
