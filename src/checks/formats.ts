/** Problems for programs: JSON for editors and scripts, workflow commands for GitHub. */
import type { Problem } from '../edition/problem.ts';
import type { ProblemCode } from '../edition/problems/catalogue.ts';

/** What `npm run check -- --json` writes of a problem; line and column count from 1, and are null where none is known. */
export interface ProblemRecord {
  /** Permanent name of the rule, e.g. `anchor-duplicate`. */
  code: ProblemCode;
  /** Path from the folder that holds `content/`, with `/`. */
  file: string;
  line: number | null;
  column: number | null;
  /** What is wrong, in one sentence. */
  fact: string;
  /** What to do about it. */
  action: string;
}

/** A problem as one line of JSON, so that a reader need not wait for the last. */
export function problemAsJson({ code, place, fact, action }: Problem): string {
  const { file, line = null, column = null } = place;
  return JSON.stringify({ code, file, line, column, fact, action } satisfies ProblemRecord);
}

/**
 * A problem as a workflow command, which GitHub shows at its line:
 * `::error file=content/edition.yaml,line=8,col=7,title=opening-quote::fact action`.
 * Source: GitHub, “Workflow commands for GitHub Actions”; what is escaped is said by `command.ts` of actions/toolkit.
 */
export function problemAsAnnotation({ code, place, fact, action }: Problem): string {
  const { file, line, column } = place;
  const properties = [
    `file=${escapeProperty(file)}`,
    ...(line === undefined ? [] : [`line=${String(line)}`]),
    ...(line === undefined || column === undefined ? [] : [`col=${String(column)}`]),
    `title=${escapeProperty(code)}`,
  ];
  return `::error ${properties.join(',')}::${escapeMessage(`${fact} ${action}`)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
