import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Place } from './model.ts';
import type { Problem } from './problem.ts';
import { sayIssue, sayYamlError } from './yaml-faults.ts';

/** A file that a schema has read: its value (absent when it does not fit) and where each key stands. */
export interface YamlFile<T> {
  value: T | undefined;
  problems: Problem[];
  /** Where the value at a path of keys stands, or the nearest that exists. */
  place: (path: PropertyKey[]) => Place;
}

interface Options {
  /** The first line of the YAML in its file, for front matter. */
  firstLine?: number;
}

/** Reads YAML against a schema. Every problem has its line; the schema's own messages say what to write. */
export function readYaml<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  { firstLine = 1 }: Options = {},
): YamlFile<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const position = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const place = (path: PropertyKey[]) => position(offsetOf(document, path));

  // The first only: mostly it is what the others come of.
  const [error] = document.errors;
  if (error) {
    const problem: Problem = {
      code: 'yaml-syntax',
      place: position(error.pos[0]),
      ...sayYamlError(error),
    };
    return { value: undefined, problems: [problem], place };
  }

  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, problems: [], place };
  return {
    value: undefined,
    problems: result.error.issues.flatMap((issue) => describe(issue, document, place)),
    place,
  };
}

function describe(
  issue: z.core.$ZodIssue,
  document: Document,
  place: (path: PropertyKey[]) => Place,
): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'key-unknown',
      place: place([...issue.path, key]),
      fact: `The key \`${name([...issue.path, key])}\` is not known here.`,
      action: 'Correct its spelling, or remove it.',
    }));
  }
  const key = name(issue.path);
  if (issue.path.length > 0 && !document.hasIn(issue.path)) {
    return [
      {
        code: 'key-missing',
        place: place(issue.path),
        fact: `The key \`${key}\` is missing.`,
        action: 'Add it; the editor’s manual says what it holds.',
      },
    ];
  }
  return [
    {
      code: 'value-invalid',
      place: place(issue.path),
      fact: key === '' ? 'The file is empty or not a set of keys.' : `The value of \`${key}\` does not fit.`,
      action: sayIssue(issue),
    },
  ];
}

function name(path: PropertyKey[]): string {
  return path.map(String).join('.');
}

/** The offset of the key at the path, or of the nearest key above it. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Splits front matter between `---` lines from the body that follows it. */
export function splitFrontMatter(
  text: string,
): { matter: string; body: string; bodyLine: number } | undefined {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return undefined;
  return {
    matter: match[1] ?? '',
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}
