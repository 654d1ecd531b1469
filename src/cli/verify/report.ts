import type { Finding } from './finding.ts';
import type { Verdict } from './verify.ts';

/** So many paths of one kind of finding are named. */
const named = 5;

/** What was found, for people: faults first, then advice, then the sum. */
export function reportOf({ address, release, files, asked, findings }: Verdict): string {
  const faults = findings.filter(({ level }) => level === 'fault');
  const advice = findings.filter(({ level }) => level === 'advice');
  const what = `${address}${release === undefined ? '' : `, release ${release}`}: ${String(asked)} of ${String(files)} files asked for`;
  const sum =
    faults.length === 0
      ? `The site is whole${asked < files ? ', as far as was asked' : ''}.`
      : `The site is not whole: ${count(faults.length, 'fault')}.`;
  const rest =
    advice.length === 0
      ? ''
      : ` Beside that, ${count(kindsOf(advice).length, 'piece')} of advice, which can wait.`;
  return [what, ...kindsOf(faults).map(paragraph), ...kindsOf(advice).map(paragraph), sum + rest].join(
    '\n\n',
  );
}

/** The findings of each code together, in the order in which the codes came up. */
function kindsOf(findings: readonly Finding[]): Finding[][] {
  return [...Map.groupBy(findings, ({ code }) => code).values()];
}

function paragraph(alike: readonly Finding[]): string {
  const [first] = alike;
  if (!first) return '';
  const { level, code, action } = first;
  const lines = alike.slice(0, named).map(({ path, fact }) => `  ${path}: ${fact}`);
  const more = alike.length - lines.length;
  return [
    `${level === 'fault' ? 'Fault' : 'Advice'}: ${code}`,
    ...lines,
    ...(more > 0 ? [`  and ${String(more)} more`] : []),
    `  ${action}`,
  ].join('\n');
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
