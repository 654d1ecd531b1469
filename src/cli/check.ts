import { parseArgs } from 'node:util';
import { contentRoot, readContent } from '../content-files.ts';
import { assemble } from '../edition/assemble.ts';
import { onStandardKnowledge } from '../edition/standard.ts';
import { formatProblem, sortProblems } from '../edition/problem.ts';

/**
 * `npm run check`: every problem of `content/`, with file and line; exit code 1 if there is one. Then what
 * rests on standard knowledge, for which no page was seen: how much, and with `-- --standard` which files.
 */
const { values, positionals } = parseArgs({
  options: { standard: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const root = positionals[0] ?? contentRoot();
const { edition, problems } = assemble(await readContent(root));
for (const problem of sortProblems(problems)) console.error(`${formatProblem(problem)}\n`);
if (problems.length > 0) {
  console.error(problems.length === 1 ? 'One problem.' : `${String(problems.length)} problems.`);
  process.exitCode = 1;
} else {
  const count = (number: number, noun: string) => `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
  const sources = edition?.sources ?? [];
  const sum = (counted: (source: (typeof sources)[number]) => number) =>
    sources.reduce((all, source) => all + counted(source), 0);
  console.log(
    `No problems in ${count(sources.length, 'source')}: ${count(
      sum(({ paragraphs }) => paragraphs.length),
      'paragraph',
    )}, ` +
      `${count(
        sum(({ witnessNotes }) => witnessNotes.length),
        'note',
      )} of the witnesses, ${count(
        sum(({ editorNotes }) => editorNotes.length),
        'editor’s note',
      )}.`,
  );
  const { notes, entities } = edition ? onStandardKnowledge(edition) : { notes: [], entities: [] };
  console.log(
    `On standard knowledge, no page seen: ${count(notes.length, 'editor’s note')}, ${String(entities.length)} of the people, places and so on` +
      (values.standard ? ':' : ' (`npm run check -- --standard` lists them).'),
  );
  if (values.standard) for (const { place } of [...notes, ...entities]) console.log(`  ${place.file}`);
}
