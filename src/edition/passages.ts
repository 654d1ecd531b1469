import type { QuotedPassage } from '../schemas/passage.ts';
import { describeRetired } from './ledger.ts';
import { locate } from './find.ts';
import type { Paragraph, Place, Source } from './model.ts';
import type { Problem } from './problem.ts';

/** Paragraphs of one source that follow one another. */
export interface Passage {
  /** As an editor wrote it: `strong-1934#p9-p11`. */
  at: string;
  source: Source;
  /** At least one. */
  paragraphs: Paragraph[];
}

/** Words of one paragraph, by offset. */
export interface Quotation extends Passage {
  words: string;
  start: number;
  end: number;
}

/** Finds the paragraphs and words that the edition's own files name; what dangles is a problem. */
export interface PassageFinder {
  find: (at: string, place: Place, problems: Problem[]) => Passage | undefined;
  quote: (quoted: QuotedPassage, place: Place, problems: Problem[]) => Quotation | undefined;
  /** Either of them, as an editor wrote it. */
  show: (shown: string | QuotedPassage, place: Place, problems: Problem[]) => Passage | Quotation | undefined;
  source: (id: string) => Source | undefined;
  /** The sources that have these ids, each once and in the order of the edition. */
  inOrder: (ids: Iterable<string>) => Source[];
}

export function passageFinder(sources: readonly Source[]): PassageFinder {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const places = new Map(sources.map(({ id }, place) => [id, place]));
  const orders = new Map<Source, Map<string, number>>();
  const orderOf = (source: Source) => {
    const known =
      orders.get(source) ?? new Map(source.paragraphs.map(({ anchor }, index) => [anchor, index]));
    orders.set(source, known);
    return known;
  };

  const find: PassageFinder['find'] = (at, place, problems) => {
    const [id = '', range = ''] = at.split('#');
    const [first = '', last = first] = range.split('-');
    const source = byId.get(id);
    const order = source && orderOf(source);
    const [from, to] = [order?.get(first), order?.get(last)];
    if (source && from !== undefined && to !== undefined && from <= to)
      return { at, source, paragraphs: source.paragraphs.slice(from, to + 1) };
    const missing = from === undefined ? first : last;
    const retired = source?.retired.find(({ anchor }) => anchor === missing);
    problems.push({
      code: 'passage-unknown',
      place,
      fact: !source
        ? `There is no source \`${id}\`.`
        : from !== undefined && to !== undefined
          ? `\`${last}\` stands before \`${first}\` in ${id}.`
          : retired
            ? `\`${missing}\` has been no paragraph of ${id} since release ${String(retired.record.retired)}: ${describeRetired(retired.record)}`
            : `There is no paragraph \`${missing}\` in ${id}.`,
      action: 'Name a source and the anchor of its paragraph, like `strong-1934#p3` or `strong-1934#p3-p5`.',
    });
    return undefined;
  };

  const quote: PassageFinder['quote'] = ({ at, quote: sought, occurrence }, place, problems) => {
    const passage = find(at, place, problems);
    const paragraph = passage?.paragraphs[0];
    if (!passage || !paragraph) return undefined;
    const found = locate(paragraph.words, sought, occurrence);
    if ('start' in found) return { ...passage, words: sought, ...found };
    problems.push({
      code: 'passage-quote',
      place,
      fact:
        found.count === 0
          ? `The words “${sought}” do not stand in ${at}.`
          : `The words “${sought}” stand ${String(found.count)} times in ${at}${occurrence === undefined ? '' : `, not ${String(occurrence)}`}.`,
      action:
        found.count === 0
          ? 'Copy them from text.md, letter for letter, without note calls.'
          : 'Quote more words, or say which with `occurrence`.',
    });
    return undefined;
  };

  return {
    find,
    quote,
    show: (shown, place, problems) =>
      typeof shown === 'string' ? find(shown, place, problems) : quote(shown, place, problems),
    source: (id) => byId.get(id),
    inOrder: (ids) =>
      [...new Set(ids)]
        .flatMap((id) => byId.get(id) ?? [])
        .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)),
  };
}
