import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { structuredPatch } from 'diff';
import { rules, type ProblemCode } from '../edition/problems/catalogue.ts';

/** The test folders are the examples, so that none can be out of date. */
const FIXTURES = fileURLToPath(new URL('../../tests/fixtures', import.meta.url));

/** No more lines of an example are shown: it is there for its mistake. */
const LONGEST = 16;

/** The rule of a code as text for a terminal: what it means, a mistake, what is said of it, how it is mended. */
export async function explain(code: ProblemCode): Promise<string> {
  const { title, means, isGuard } = rules[code];
  const head = `${code}: ${title}\n\n${means}\n`;
  return isGuard ? head : `${head}\n${await exampleOf(code)}`;
}

async function exampleOf(code: ProblemCode): Promise<string> {
  const folder = join(FIXTURES, 'checks', code);
  const told = await readFile(join(folder, 'expected.txt'), 'utf8');
  const problem =
    told
      .trimEnd()
      .split('\n\n')
      .find((one) => one.split('\n')[0]?.endsWith(` ${code}`)) ?? '';
  const blamed = problem.split(/[: ]/)[0] ?? '';
  const changed = await filesBelow(join(folder, 'in'));
  const file = changed.includes(blamed) ? blamed : (changed[0] ?? '');
  const wrong = await readFile(join(folder, 'in', file), 'utf8');
  const right = await readFile(join(FIXTURES, 'edition', file), 'utf8').catch(() => undefined);
  const mistake = right === undefined ? shorten(wrong.trimEnd().split('\n')) : sidesOf(right, wrong);
  return [`A mistake, in ${file}:`, mistake, 'What the check says:', indent(problem.split('\n')), '']
    .join('\n\n')
    .trimEnd();
}

/** Lines that differ, with one line around them: as they are wrong, then as they are right. */
function sidesOf(right: string, wrong: string): string {
  const { hunks } = structuredPatch('', '', right, wrong, '', '', { context: 1 });
  const side = (without: '-' | '+') =>
    hunks.flatMap(({ lines }, index) => [
      ...(index > 0 ? ['…'] : []),
      ...lines
        .filter((line) => !line.startsWith(without) && !line.startsWith('\\'))
        .map((line) => line.slice(1)),
    ]);
  return `${shorten(side('-'))}\n\nMended:\n\n${shorten(side('+'))}`;
}

function shorten(lines: readonly string[]): string {
  return indent(lines.length > LONGEST ? [...lines.slice(0, LONGEST), '…'] : lines);
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
