/** The JSON files of Distributed Text Services as a host hands them out. */
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { Edition } from '../../src/edition/model.ts';
import { makeService } from '../../src/exports/dts/answers.ts';
import { jsonAnswers } from '../../src/exports/dts/calls.ts';

export const site = new URL('http://localhost:4321');

/** The edition below a folder. */
export async function editionIn(root: string): Promise<Edition> {
  return assemble(await readContent(root)).edition as Edition;
}

interface Unit {
  '@id'?: string;
  identifier: string;
  level: number;
  parent: string | null;
  citeType: string;
  dublinCore: { title: { lang: string; value: string }[] };
}
export interface Answer {
  '@id': string;
  '@type': string;
  ref?: Unit;
  member?: Unit[];
  resource: object;
}

/** The files of an edition, by their addresses; no two have the same. */
export function filesOf(of: Edition): Map<string, Answer> {
  const answers = jsonAnswers(makeService(of, site, ['tei.xml', 'json']));
  if (new Set(answers.map(({ path }) => path)).size < answers.length)
    throw new Error('Two answers have one address.');
  return new Map(
    answers.map(({ path, make }) => [new URL(path, site).href, JSON.parse(JSON.stringify(make())) as Answer]),
  );
}
