/** Pagefind's index, loaded once, when a reader first searches. */
import type { Query, Unit } from '../search/query.ts';
import { fromPagefind, recordPlaces, type SearchCatalogue, type SearchRecord } from '../search/records.ts';
import { functionWords } from '../search/word-forms.ts';
import { ROOT } from '../routes.ts';
import { loadCatalogue } from './load-catalogue.ts';

/** A record that may answer; its words are not loaded yet. */
export interface Candidate {
  id: string;
  /** Unknown in a large edition. */
  place: Omit<SearchRecord, 'blocks'> | undefined;
  /** Whether the index found a whole phrase in it. */
  hasPhrase: boolean;
  load: () => Promise<SearchRecord>;
}

export interface SearchIndex {
  /** What has all these words, in some form, best first. */
  look: (words: string) => Promise<Candidate[]>;
  /** What most likely answers a query, as fast as can be. */
  first: (query: Query) => Promise<Candidate[]>;
  /** What may answer a query, best first. */
  candidates: (query: Query) => Promise<Candidate[]>;
}

interface PagefindResult {
  id: string;
  data: () => Promise<{ raw_url?: string; content: string }>;
}
interface PagefindInstance {
  init: () => Promise<void>;
  search: (text: string) => Promise<{ results: PagefindResult[] }>;
}
interface Pagefind {
  createInstance: (options: { basePath: string; noWorker: boolean }) => PagefindInstance;
}

let opened: Promise<SearchIndex> | undefined;

/** Loads what every search needs; again after a failure. */
export function openIndex(): Promise<SearchIndex> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<SearchIndex> {
  const [pagefind, catalogue] = await Promise.all([startPagefind(), loadCatalogue()]);
  const places = knownPlaces(catalogue);

  const ask = (text: string) =>
    pagefind.search(text).catch((error: unknown) => {
      // An index that could not be loaded stays broken, so the next query opens another.
      opened = undefined;
      throw error;
    });
  const look = async (words: string, hasPhrase = false): Promise<Candidate[]> =>
    (await ask(words)).results.map(({ id, data }) => ({
      id,
      place: places.get(id.slice(id.indexOf('_') + 1)),
      hasPhrase,
      load: async () => {
        const { raw_url: url = '', content } = await data();
        return fromPagefind({ url, content });
      },
    }));
  /** The index knows a phrase by the stems of its words, and not every one: its words may find more. */
  const unitCandidates = async (unit: Unit): Promise<Candidate[]> =>
    unite([
      ...(await Promise.all(together([unit]).map((run) => look(run, true)))),
      await look(apart(unit.words)),
    ]);
  const candidates = async ({ terms, all }: Query): Promise<Candidate[]> => {
    const asked = terms.filter(({ isExcluded }) => !isExcluded);
    const single = asked.every(({ units }) => units.length === 1);
    if (single) {
      const runs = together(asked.flatMap(({ units }) => units));
      return unite([...(await Promise.all(runs.map((run) => look(run, true)))), await look(apart(all))]);
    }
    const lists: Candidate[][] = [];
    // The words of a name have its other names in common.
    const once = new Map<string, Promise<Candidate[]>>();
    const candidatesOnce = (unit: Unit) => {
      const key = `${unit.kind} ${unit.words.join(' ')}`;
      const found = once.get(key) ?? unitCandidates(unit);
      once.set(key, found);
      return found;
    };
    for (const { units } of asked) lists.push(unite(await Promise.all(units.map(candidatesOnce))));
    return intersect(lists);
  };
  const first = async (query: Query): Promise<Candidate[]> => {
    const [term, ...others] = query.terms;
    const [run] = others.length === 0 && term?.units.length === 1 ? together(term.units) : [];
    const found = run === undefined ? [] : await look(run, true);
    return found.length > 0 ? found : candidates(query);
  };
  return { look, first, candidates };
}

/** The places of records by their ids. */
function knownPlaces(catalogue: SearchCatalogue): Map<string, Candidate['place']> {
  if (catalogue.ids === undefined) return new Map();
  const places = recordPlaces(catalogue);
  return new Map(catalogue.ids.split(' ').map((id, index) => [id, places[index]]));
}

async function startPagefind(): Promise<PagefindInstance> {
  const basePath = `${ROOT}/pagefind/`;
  const program = `${basePath}pagefind.js`;
  const { createInstance } = (await import(/* @vite-ignore */ program)) as Pagefind;
  const pagefind = createInstance({ basePath, noWorker: true });
  await pagefind.init();
  return pagefind;
}

/** The source of a candidate; in a large edition the record itself must be asked. */
export async function sourceOf({ place, load }: Candidate): Promise<string> {
  return place?.sourceId ?? (await load()).sourceId;
}

/** Words as the index is asked for them; not for those that stand everywhere, whose places weigh the most. */
function apart(words: readonly string[]): string {
  const telling = words.filter((word) => !functionWords.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].join(' ');
}

/** For each phrase, its longest run of telling words, in quotation marks. */
function together(units: readonly Unit[]): string[] {
  return units.flatMap(({ kind, words }) => {
    const runs = words.reduce<string[][]>(
      (all, word) =>
        functionWords.has(word) ? [...all, []] : [...all.slice(0, -1), [...(all.at(-1) ?? []), word]],
      [[]],
    );
    const longest = runs.reduce((one, other) => (other.length > one.length ? other : one));
    return kind === 'phrase' && longest.length > 1 ? [`"${longest.join(' ')}"`] : [];
  });
}

/** Every candidate once, in the order of the lists. */
function unite(lists: readonly Candidate[][]): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const one of lists.flat()) if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()];
}

/** What stands in every list, best first by its places in all. */
function intersect([first = [], ...others]: readonly Candidate[][]): Candidate[] {
  const ranks = others.map((list) => new Map(list.map(({ id }, rank) => [id, rank])));
  return first
    .flatMap((one, rank) => {
      const all = ranks.map((list) => list.get(one.id));
      return all.some((other) => other === undefined)
        ? []
        : [{ one, rank: all.reduce<number>((sum, other) => sum + (other ?? 0), rank) }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}
