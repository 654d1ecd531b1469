import { contentRoot, readContent } from '../content-files.ts';
import { assemble } from '../edition/assemble.ts';
import { formatProblem } from '../edition/problem.ts';

/**
 * `npm run collate`: proves that every word of every witness is in the edition, in order, or left
 * out by a recorded decision. Prints the count of each part; exit code 1 at a difference.
 */
const root = process.argv[2] ?? contentRoot();
const { collations } = assemble(await readContent(root));

for (const { sourceId, collations: proofs } of collations) {
  for (const { siglum, file, rows, whole, problems } of proofs) {
    console.log(`${sourceId}, witness ${siglum} (${file})`);
    for (const { part, found, total } of rows)
      console.log(`${String(found).padStart(7)} of ${String(total).padEnd(6)} ${part}`);
    const sum = rows.reduce((all, { found }) => all + found, 0);
    console.log(`${String(sum).padStart(7)} of ${String(whole).padEnd(6)} words of the whole file\n`);
    for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
    if (problems.length > 0) process.exitCode = 1;
  }
}
if (!process.exitCode)
  console.log('Every word of every witness is in the edition, in order, or accounted for.');
