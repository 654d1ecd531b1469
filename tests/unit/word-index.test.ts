/** The word index says of an edition what its texts say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { mentionFinder } from '../../src/edition/mentions.ts';
import { tokens } from '../../src/edition/normalise.ts';
import { blocksOf, placeOf } from '../../src/search/blocks.ts';
import { expand } from '../../src/search/expand.ts';
import { indexNames } from '../../src/search/name-index.ts';
import { matchTokens } from '../../src/search/match.ts';
import { nameCatalogue } from '../../src/search/names.ts';
import { parseQuery, type Query } from '../../src/search/query.ts';
import { sourceWords } from '../../src/search/source-words.ts';
import { mentionWord, readShard, shardOf, WordIndexWriter } from '../../src/search/word-index/postings.ts';
import { survey, type WordIndex } from '../../src/search/word-index/survey.ts';
import { ByteReader, ByteWriter } from '../../src/search/word-index/varint.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const find = mentionFinder(edition.entities);
const blocks = edition.sources.flatMap((source) =>
  blocksOf(sourceWords(source, find)).map((block) => ({
    place: placeOf(source.id, block),
    mentions: block.mentions,
    words: tokens(block.words),
  })),
);
const places = new Map(blocks.map(({ place }, number) => [number, place]));
const names = indexNames(nameCatalogue(edition));

const writer = new WordIndexWriter();
for (const { words, mentions } of blocks)
  writer.addBlock(
    words.map(({ token }) => token),
    mentions,
  );
const shards = [...writer.shards(4000)].map(({ first, bytes }) => ({ first, words: readShard(bytes) }));
const firsts = shards.map(({ first }) => first);
const listed = [...writer.vocabulary()].map(([word]) => word);
const index: WordIndex = {
  vocabulary: (start) => Promise.resolve(listed.filter((word) => word.startsWith(start))),
  posting: (word) => Promise.resolve(shards[shardOf(firsts, word)]?.words.get(word)?.()),
};

/** What the texts themselves answer. */
const fromTexts = (query: Query) =>
  blocks.flatMap(({ words, place }, block) => {
    const found = matchTokens(words, query, place);
    return found ? [{ block, closeness: found.closeness, hits: found.hits.length }] : [];
  });

const vocabulary = [...new Set(blocks.flatMap(({ words }) => words.map(({ token }) => token)))];
const word = fc.constantFrom(...vocabulary);
const run = fc
  .tuple(fc.nat(blocks.length - 1), fc.nat(1000), fc.integer({ min: 2, max: 4 }))
  .map(([block, at, length]) => {
    const all = (blocks[block]?.words ?? []).map(({ token }) => token);
    return all.slice(at % Math.max(1, all.length - 1), (at % Math.max(1, all.length - 1)) + length).join(' ');
  });
const typed = fc.oneof(
  { weight: 3, arbitrary: word },
  word.chain((one) => fc.nat(8).map((letters) => `${one.slice(0, letters + 2)}*`)),
  run.map((phrase) => `"${phrase}"`),
  fc.tuple(run, fc.nat(20)).map(([phrase, distance]) => `"${phrase}"~${String(distance)}`),
  fc.tuple(word, word).map((both) => both.join(' OR ')),
  word.map((one) => `-${one}`),
  run,
  fc.constantFrom(...edition.entities.flatMap(({ name, other }) => [name, ...other])),
);

test('every block that answers a query, as often and as closely as its text does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(typed, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (parts, isExact) => {
        const { query } = expand(parseQuery(parts.join(' '), { isExact }), names);
        fc.pre(query.all.length > 0);
        expect(await survey(query, index, places)).toEqual(fromTexts(query));
      },
    ),
    { numRuns: 400 },
  );
});

test('words of the edition, one by one', async () => {
  for (const one of vocabulary.filter((_, index) => index % 9 === 0)) {
    const query = parseQuery(one);
    expect(await survey(query, index, places), one).toEqual(fromTexts(query));
  }
});

test('who is named where', async () => {
  for (const { kind, id } of edition.entities.filter((one) => one.kind === 'person')) {
    const found = await index.posting(mentionWord(`people/${id}`));
    const named = blocks.flatMap(({ mentions }, block) => (mentions.includes(`people/${id}`) ? [block] : []));
    expect([...(found?.places.keys() ?? [])], `${kind} ${id}`).toEqual(named);
  }
});

test('numbers come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (numbers) => {
      const bytes = new ByteWriter();
      for (const number of numbers) bytes.number(number);
      const reader = new ByteReader(bytes.written());
      expect(numbers.map(() => reader.number())).toEqual(numbers);
      expect(reader.isAtEnd).toBe(true);
    }),
  );
});

test('a shard that ends too early is no shard', () => {
  const [shard] = [...writer.shards(4000)];
  expect(() => readShard(shard?.bytes.subarray(0, -1) ?? new Uint8Array())).toThrow(RangeError);
});
