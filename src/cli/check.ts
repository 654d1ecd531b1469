import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { problemAsAnnotation, problemAsJson } from '../checks/formats.ts';
import { contentRoot, readContent } from '../content-files.ts';
import { assemble } from '../edition/assemble.ts';
import type { Edition } from '../edition/model.ts';
import { isProblemCode } from '../edition/problems/catalogue.ts';
import { onStandardKnowledge } from '../edition/standard.ts';
import { countProblems, formatProblem, sortProblems, type Problem } from '../edition/problem.ts';
import { explain } from './explain.ts';

const HELP = `npm run check [-- OPTIONS] [DIR]
  Says every problem of content/, with file and line: what is wrong and what to do about it.
  DIR is the folder that holds content/ (default: here).

  --standard      lists the files that rest on standard knowledge, for which no page was seen
  --json          for programs: one JSON object a line for each problem, and nothing else, on standard output:
                  code, file, line, column, fact, action (line and column from 1, or null)
  --annotations   for GitHub: one workflow command (::error file=…,line=…,col=…,title=CODE::…) for each
                  problem, which GitHub shows at its line
  --explain CODE  what the rule of a problem means, with an example of the mistake and how to mend it
  --help          this

  So that npm adds no lines of its own: npm run --silent check -- --json

Exit code: 0 without problems, 1 with any, 2 when it could not run.`;

const COULD_NOT_RUN = 2;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`The check could not run: ${(error as Error).message}`);
  process.exitCode = COULD_NOT_RUN;
}

/** Runs the command and returns its exit code; throws where it cannot run. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      standard: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      annotations: { type: 'boolean', default: false },
      explain: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (values.explain !== undefined) {
    if (!isProblemCode(values.explain))
      throw new Error(`there is no rule \`${values.explain}\`; content/README.md lists them all.`);
    console.log(await explain(values.explain));
    return 0;
  }
  if (positionals.length > 1) throw new Error('name one folder at most; `--help` says more.');
  if (values.json && values.annotations) throw new Error('give either `--json` or `--annotations`.');
  const root = positionals[0] ?? contentRoot();
  const isThere = await stat(join(root, 'content')).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) throw new Error(`there is no folder content/ in ${root}.`);

  const { edition, problems } = assemble(await readContent(root));
  const sorted = sortProblems(problems);
  if (values.json) for (const problem of sorted) console.log(problemAsJson(problem));
  else if (values.annotations) for (const problem of sorted) console.log(problemAsAnnotation(problem));
  else if (sorted.length > 0) tellProblems(sorted);
  else tellCounts(edition, values.standard);
  return sorted.length > 0 ? 1 : 0;
}

function tellProblems(problems: readonly Problem[]): void {
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  console.error(`${countProblems(problems)}.`);
}

/** How much there is, and how much of it rests on standard knowledge: which files, if asked. */
function tellCounts(edition: Edition | undefined, listsStandard: boolean): void {
  const count = (number: number, noun: string) => `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
  const sources = edition?.sources ?? [];
  const sum = (counted: (source: (typeof sources)[number]) => number) =>
    sources.reduce((all, source) => all + counted(source), 0);
  const paragraphs = sum((source) => source.paragraphs.length);
  const witnessNotes = sum((source) => source.witnessNotes.length);
  const editorNotes = sum((source) => source.editorNotes.length);
  console.log(
    `No problems in ${count(sources.length, 'source')}: ${count(paragraphs, 'paragraph')}, ` +
      `${count(witnessNotes, 'note')} of the witnesses, ${count(editorNotes, 'editor’s note')}.`,
  );
  const { notes, entities } = edition ? onStandardKnowledge(edition) : { notes: [], entities: [] };
  console.log(
    `On standard knowledge, no page seen: ${count(notes.length, 'editor’s note')}, ${String(entities.length)} of the people, places and so on` +
      (listsStandard ? ':' : ' (`npm run check -- --standard` lists them).'),
  );
  if (listsStandard) for (const { place } of [...notes, ...entities]) console.log(`  ${place.file}`);
}
