/** The concordance against counts made straight from the witnesses. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { linesOf, type Line } from '../../src/search/concordance.ts';
import { parseQuery } from '../../src/search/query.ts';
import { sourceWords } from '../../src/search/source-words.ts';
import { asTyped, dividedCompounds, witnessCounts, witnessLines, witnessText } from './witness-counts.ts';

const { edition } = assemble(await readContent('.'));
const sources = (edition?.sources ?? [])
  .map((source) => sourceWords(source, () => []))
  .map((source) => ({ ...source, notes: source.notes.filter(({ hand }) => hand !== 'editor-note') }));
const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((one, other) => one + other, 0);

for (const source of sources) {
  const exactly = (query: string): Line[] => linesOf(source, parseQuery(query, { isExact: true }));

  describe(source.id, () => {
    const wanted = witnessCounts(source.id);
    const lines = new Map([...wanted.keys()].map((word) => [word, exactly(word)]));

    test('every distinct word has as many lines as the witness has it', () => {
      expect(wanted.size).toBeGreaterThan(1500);
      const different = [...wanted].flatMap(([word, count]) => {
        const found = lines.get(word)?.length ?? 0;
        return found === count ? [] : [`${word}: ${String(found)} lines, ${String(count)} in the witness`];
      });
      expect(different).toEqual([]);
    });

    test('no word stands in the concordance that the witness lacks', () => {
      const all = [...lines.values()].flat();
      expect(all).toHaveLength(sum(wanted.values()));
      const neighbours = all.flatMap(({ before, after }) => [before, after]).filter(Boolean);
      expect(neighbours.filter((word) => !wanted.has(word))).toEqual([]);
      // The lines of all words together hold every letter and digit of the texts and notes, each once.
      const words = [...source.sections, ...source.paragraphs, ...source.notes].map((one) => one.words ?? '');
      expect(sum(all.map(({ hit }) => lettersIn(hit)))).toBe(sum(words.map(lettersIn)));
    });

    test('each line shows the word that was asked for', () => {
      for (const [word, found] of lines)
        for (const { hit } of found) expect(asTyped(hit).replace(/\.$/, '')).toBe(word);
    });

    test('numbers, abbreviations, compounds and ranges as they are printed', () => {
      const text = witnessText(source.id);
      const printed = new Set([
        ...[...text.matchAll(/\d+(?:,\d{3})+/g)].map(([number]) => number),
        ...[...text.matchAll(/(?<!\p{L})(?:\p{L}\.){2,}/gu)].map(([letters]) => letters),
        ...[...text.matchAll(/[\p{L}\p{N}]+(?:[-–][\p{L}\p{N}]+)+/gu)].map(([compound]) => compound),
      ]);
      expect(printed.size).toBeGreaterThan(30);
      const all = asTyped(text);
      for (const one of printed) {
        const words = asTyped(one).match(/[a-z0-9]+/g) ?? [];
        const pattern = new RegExp(String.raw`(?<![a-z0-9])${words.join('[^a-z0-9]+')}(?![a-z0-9])`, 'g');
        expect(exactly(`"${one}"`).length, one).toBe(all.match(pattern)?.length);
      }
    });

    test('no word runs on over the end of a line', () => {
      const ends = witnessLines(source.id).flatMap((line, index, all) => {
        const first = /(\p{L}+-)\s*$/u.exec(line)?.[1];
        const next = all.slice(index + 1).find((other) => other.trim() !== '');
        return first ? [[index + 1, first + (/^\p{L}+/u.exec(next ?? '')?.[0] ?? '')]] : [];
      });
      expect(ends).toEqual(dividedCompounds[source.id]);
    });
  });
}
