/** An edit of a synthetic edition, to see what a second build costs. */
import { join } from 'node:path';
import { readPatterns } from './synthetic-edition.ts';
import { writeText } from './synthetic-files.ts';
import { syntheticSources, type SyntheticSource } from './synthetic-sources.ts';

/**
 * Has one word of one text of the edition below `target` written otherwise, in its witness and its ledger too.
 * @returns the id of the source.
 */
export async function changeOneWord(
  target: string,
  { root, count, seed }: { root: string; count: number; seed: number },
): Promise<string> {
  const order = Math.ceil(count / 2);
  const source = [...syntheticSources(await readPatterns(root), order, seed)].at(-1);
  if (!source) throw new Error('There is no source to change.');
  withOneWordChanged(source);
  await writeText(join(target, 'content', 'sources', source.id), source, order);
  return source.id;
}

/** The word stands where nothing quotes it (first words and numbers are quoted) and no offset is moved. */
function withOneWordChanged({ sections }: SyntheticSource): void {
  const end = /(?<before>\s)\p{Ll}{5,}(?=[^\p{L}]*$)/u;
  const paragraph = sections
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ words, calls }) => calls.length === 0 && !/\d/.test(words) && words.search(end) > 100);
  if (!paragraph) throw new Error('No paragraph has a word that may be changed.');
  paragraph.words = paragraph.words.replace(end, '$<before>corrected');
}
