import type { Place } from './model.ts';
import type { ProblemCode } from './problems/catalogue.ts';

/** Something an editor must mend: where, what is wrong, what to do. */
export interface Problem {
  /** Permanent name, e.g. `anchor-duplicate`. */
  code: ProblemCode;
  place: Place;
  /** What is wrong, in one sentence. */
  fact: string;
  /** What to do about it. */
  action: string;
}

/** A result that may be partial, with the problems met on the way. */
export interface Result<T> {
  value: T;
  problems: Problem[];
}

/** `file:line:column`, as far as known; editors and terminals make it a link. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}

/**
 * A problem as three lines of text:
 * ```
 * content/sources/strong-1934/text.md:10:1 anchor-duplicate
 *   Anchor `^p1` already marks the paragraph at line 8.
 *   Give this paragraph a new anchor; never move an anchor that has been published.
 * ```
 */
export function formatProblem(problem: Problem): string {
  return `${formatPlace(problem.place)} ${problem.code}\n  ${problem.fact}\n  ${problem.action}`;
}

/** `One problem`, `3 problems`. */
export function countProblems({ length }: readonly Problem[]): string {
  return length === 1 ? 'One problem' : `${String(length)} problems`;
}

/** Problems in the order of their files and lines. */
export function sortProblems(problems: Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      a.place.file.localeCompare(b.place.file, 'en') ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0) ||
      a.code.localeCompare(b.code, 'en'),
  );
}

/** Thrown by a build that meets problems; its message lists them all. */
export class ProblemsError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    const sorted = sortProblems(problems);
    super(`${countProblems(problems)} in content/:\n\n${sorted.map(formatProblem).join('\n\n')}`);
    this.name = 'ProblemsError';
    this.problems = sorted;
  }
}
