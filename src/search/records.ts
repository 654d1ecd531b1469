/** What Pagefind indexes: records of consecutive blocks of one source in one hand. */
import type { Hand } from '../edition/model.ts';
import { blocksOf, hands, type Block } from './blocks.ts';
import { prepareAll, restoreAll } from './prepared.ts';
import type { SourceWords } from './source-words.ts';

/** An edition of so few sources is read whole for what the first results do not tell. */
export const few = 12;

/** Consecutive blocks of one source in one hand. */
export interface SearchRecord {
  sourceId: string;
  hand: Hand;
  /** The place of the first among the blocks of the source. */
  first: number;
  blocks: Block[];
}

/**
 * How many blocks a record holds. Each record has a line in what every search loads first, so there
 * must not be many; the texts of the first results are loaded by record, so they must not be long.
 */
export function recordLength(blocks: number): number {
  return Math.min(60, Math.max(1, Math.ceil(blocks / 2000)));
}

/** The source, hand and first block of every record of an edition, in the order of its records. */
export function recordPlaces({
  sources,
  recordLength: length,
}: SearchCatalogue): Omit<SearchRecord, 'blocks'>[] {
  return sources.flatMap(({ id: sourceId, blocks }) => {
    let first = 0;
    return hands.flatMap((hand, index) => {
      const end = first + (blocks[index] ?? 0);
      const places: Omit<SearchRecord, 'blocks'>[] = [];
      for (; first < end; first = Math.min(end, first + length)) places.push({ sourceId, hand, first });
      return places;
    });
  });
}

/** @param length blocks in a record. */
export function recordsOf(source: SourceWords, length: number): SearchRecord[] {
  const records: SearchRecord[] = [];
  for (const [place, block] of blocksOf(source).entries()) {
    const last = records.at(-1);
    if (last?.hand === block.hand && last.blocks.length < length) last.blocks.push(block);
    else records.push({ sourceId: source.id, hand: block.hand, first: place, blocks: [block] });
  }
  return records;
}

/**
 * A record as Pagefind takes it. What is not to be searched stands in the address: Pagefind searches
 * all else that it keeps of a record.
 */
export function toPagefind({ sourceId, hand, first, blocks }: SearchRecord): {
  url: string;
  content: string;
} {
  const about = blocks.map(({ id, label, mentions, section }): StoredBlock => [
    id,
    label,
    mentions.join(' '),
    section,
  ]);
  return {
    url: JSON.stringify([sourceId, hand, first, about]),
    content: prepareAll(blocks.map(({ words }) => words)),
  };
}

type StoredBlock = [id: string, label: string, mentions: string, section?: string | undefined];

/** The record that Pagefind keeps. */
export function fromPagefind({ url, content }: { url: string; content: string }): SearchRecord {
  const [sourceId, hand, first, about] = JSON.parse(url) as [string, Hand, number, StoredBlock[]];
  const texts = restoreAll(content);
  const blocks = about.map(([id, label, mentions, section], index): Block => ({
    id,
    hand,
    label,
    words: texts[index] ?? '',
    mentions: mentions === '' ? [] : mentions.split(' '),
    ...(section != null && { section }),
  }));
  return { sourceId, hand, first, blocks };
}

/** What the browser must know of all sources. Written as `search/records.json`. */
export interface SearchCatalogue {
  sources: SearchSource[];
  /** Blocks in a record. */
  recordLength: number;
  /** Pagefind’s own ids of the records, in their order; only in an edition of few sources. */
  ids?: string;
  /** The folder of the word index, in an edition of more. */
  words?: string;
  /** The sources of which words are not shown, and so not searched, as readers cite them. */
  withheld?: string[];
}

export interface SearchSource {
  id: string;
  /** As readers cite it: `Strong 1934`. */
  short: string;
  language: string;
  /** In which its date begins. */
  year: number;
  /** How many blocks it has in each of the `hands`. */
  blocks: number[];
}

export function searchSource(words: SourceWords, date: string): SearchSource {
  const { id, short, language } = words;
  const byHand = Map.groupBy(blocksOf(words), ({ hand }) => hand);
  const blocks = hands.map((hand) => byHand.get(hand)?.length ?? 0);
  return { id, short, language, year: Number(date.slice(0, 4)), blocks };
}
