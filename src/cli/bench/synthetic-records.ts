/**
 * What an edition says of its sources beside notes, in proportion to their number: two entities to a
 * source, and its figures; for every ten sources a topic that sets three of them side by side and a
 * drawing, for every twenty a diagram.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { foldForm } from '../../edition/forms.ts';
import { entityFolders, type EntityFolder } from '../../schemas/entity-kinds.ts';
import { entitySchema } from '../../schemas/entity.ts';
import { isInvented } from './invented-words.ts';
import type { SyntheticSource } from './synthetic-sources.ts';

const entitiesPerSource = 2;
const mostClaims = 15;
const folders: EntityFolder[] = ['people', 'places', 'organisations', 'terms', 'events'];

interface Quoted {
  at: string;
  quote: string;
}

interface SyntheticClaim extends Quoted {
  id: string;
  value: string;
  number: number;
  what: string;
}

/** What later records need of a source that is no longer in memory. */
interface Kept {
  id: string;
  short: string;
  /** Words of its first paragraphs. */
  quotes: Quoted[];
  claims: SyntheticClaim[];
}

export interface RecordWriter {
  /** Writes what is said of the next source. @returns the ids of its entities. */
  add: (source: SyntheticSource) => Promise<string[]>;
  /** The pages of all that was written, as the ledger has them. */
  pages: { id: string; name: string }[];
}

/**
 * @param content the folder to write to
 * @param from the `content/` of the edition whose entities stand in the same folder: their names are not used
 * @param works ids of the bibliography
 */
export async function recordWriter(
  content: string,
  { from, works }: { from: string; works: readonly string[] },
): Promise<RecordWriter> {
  for (const folder of [...folders, 'topics', 'claims', 'figures', 'diagrams'])
    await mkdir(join(content, folder), { recursive: true });
  const taken = await namesIn(from);
  const kept: Kept[] = [];
  const pages: RecordWriter['pages'] = [];
  let count = 0;
  const referTo = (index: number) => {
    const id = works[index % works.length];
    return id === undefined ? [] : [{ id }];
  };
  return {
    pages,
    add: async (source) => {
      const index = count++;
      const names = newNames(source, taken);
      const writing = names.map((name, place) => {
        const number = index * entitiesPerSource + place;
        const folder = folders[number % folders.length] ?? 'people';
        const entity = { ...entityFrom(name, folder, source), references: referTo(number) };
        pages.push({ id: `${folder}/${name.toLowerCase()}`, name });
        return writeFile(join(content, folder, `${name.toLowerCase()}.yaml`), stringify(entity));
      });
      const claims = claimsOf(source);
      if (claims.length > 0)
        writing.push(writeFile(join(content, 'claims', `${source.id}.yaml`), stringify(claims)));
      pages.push(...claims.map(({ id, what }) => ({ id: `claims/${source.id}/${id}`, name: what })));
      kept.push({ id: source.id, short: source.short, quotes: quotesOf(source), claims });
      if (index % 10 === 2) {
        const three = kept.slice(-3);
        const topic = stringify({ ...topicOf(three, 1 + index), references: referTo(index) });
        pages.push({ id: `topics/topic-${source.id}`, name: `Topic ${String(1 + index)}` }, ...pairs(three));
        const body = `---\n${topic}---\n\nWhat a program asks.\n`;
        writing.push(writeFile(join(content, 'topics', `topic-${source.id}.mdx`), body));
        const figure = figureOf(three);
        if (figure) {
          pages.push({ id: `figures/figure-${source.id}`, name: figure.title });
          writing.push(writeFile(join(content, 'figures', `figure-${source.id}.yaml`), stringify(figure)));
        }
      }
      if (index % 20 === 2) {
        const diagram = diagramOf(source);
        pages.push({ id: `diagrams/diagram-${source.id}`, name: diagram.title });
        writing.push(writeFile(join(content, 'diagrams', `diagram-${source.id}.yaml`), stringify(diagram)));
      }
      if (kept.length > 3) kept.shift();
      await Promise.all(writing);
      return names.map((name) => name.toLowerCase());
    },
  };
}

/** The pages of sources in parallel. */
function pairs(sources: readonly Kept[]): RecordWriter['pages'] {
  return sources.flatMap((a, place) =>
    sources
      .slice(place + 1)
      .map((b) => ({ id: `compare/${a.id}/${b.id}`, name: `${a.short} and ${b.short}` })),
  );
}

/** Every name of the entities below a folder, folded. */
async function namesIn(from: string): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const folder of Object.keys(entityFolders)) {
    const files = await readdir(join(from, folder)).catch(() => []);
    for (const file of files.filter((one) => one.endsWith('.yaml'))) {
      const entity = entitySchema.parse(parse(await readFile(join(from, folder, file), 'utf8')));
      const ambiguous = entity.ambiguous.map(({ form }) => form);
      for (const form of [entity.name, ...entity.forms, ...entity.other, ...ambiguous])
        taken.add(foldForm(form));
    }
  }
  return taken;
}

/** Invented words that a source writes like names and that name nothing yet. */
function newNames({ sections }: SyntheticSource, taken: Set<string>): string[] {
  const names: string[] = [];
  for (const { words } of sections.flatMap(({ paragraphs }) => paragraphs)) {
    for (const [name] of words.matchAll(/(?<![\p{L}\p{N}’-])\p{Lu}\p{Ll}{5,}(?![\p{L}\p{N}’-])/gu)) {
      const key = name.toLowerCase();
      if (!isInvented(key) || taken.has(key)) continue;
      taken.add(key);
      names.push(name);
      if (names.length === entitiesPerSource) return names;
    }
  }
  return names;
}

function entityFrom(name: string, folder: EntityFolder, source: SyntheticSource): object {
  const [said] = quotesOf(source);
  return {
    name,
    sort: name,
    forms: [name],
    ...(folder === 'events' && {
      dates: String(1917 + (source.year % 21)),
      implied: said ? [{ ...said, at: `${source.id}#${said.at}` }] : [],
    }),
    description: 'A name that a program made.',
    checked: 'standard',
  };
}

/** The first words of the paragraphs that have them once. */
function quotesOf({ sections }: SyntheticSource): Quoted[] {
  return sections
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ anchor, words }) => {
      const quote = words.split(' ').slice(0, 8).join(' ');
      return words.split(quote).length === 2 ? [{ at: anchor, quote }] : [];
    })
    .slice(0, 6);
}

function claimsOf({ sections }: SyntheticSource): SyntheticClaim[] {
  return sections
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ anchor, words }) => {
      const match = /\p{L}+ \p{L}+ (\d{1,6}) \p{L}+/u.exec(words);
      if (!match || words.split(match[0]).length !== 2) return [];
      const value = match[1] ?? '';
      const said = { at: anchor, quote: match[0], value, number: Number(value) };
      return [{ id: `number-in-${anchor}`, ...said, what: 'A number that a program made' }];
    })
    .slice(0, mostClaims);
}

function topicOf(sources: readonly Kept[], order: number): object {
  const shown = (row: number) =>
    sources.flatMap(({ id, quotes }) => {
      const said = quotes[row];
      return said ? [[id, [{ ...said, at: `${id}#${said.at}` }]] as const] : [];
    });
  return {
    title: `Topic ${String(order)}`,
    question: 'What was it about?',
    order,
    summaries: Object.fromEntries(sources.map(({ id, short }) => [id, `${short} says nothing.`])),
    rows: [0, 1, 2].map((row) => ({
      point: `Point ${String(row + 1)}`,
      passages: Object.fromEntries(shown(row)),
    })),
    prompts: [{ question: 'Who made it?', at: sources.map(({ id }) => `${id}#p1`) }],
    checked: 'standard',
  };
}

function figureOf(sources: readonly Kept[]): { title: string } | undefined {
  const series = sources.flatMap(({ id, short, claims }) => {
    const values = claims
      .slice(0, 2)
      .map((claim, index) => ({ item: items[index], number: claim.number, claims: [claim.id] }));
    return values.length === 0 ? [] : [{ name: short, source: id, values }];
  });
  if (series.length === 0) return undefined;
  const figure = {
    title: 'Numbers of a program',
    question: 'How many were there?',
    kind: 'bars',
    unit: 'things',
    items,
    series,
    description: 'Numbers that a program made.',
    caveats: ['They mean nothing.'],
    see: sources.map(({ id }) => `${id}#p1`),
  };
  return figure;
}

const items = ['First', 'Second'];

function diagramOf(source: SyntheticSource) {
  const quotes = quotesOf(source).map(({ at, quote }) => ({ at: `${source.id}#${at}`, quote }));
  return {
    source: source.id,
    title: `What ${source.short} describes`,
    description: 'Three things that a program made.',
    nodes: ['one', 'two', 'three'].map((id, level) => ({
      id,
      label: id,
      level,
      kind: 'institution',
      at: quotes.slice(level, level + 1),
    })),
    edges: [
      { from: 'one', to: 'two', label: 'words', at: quotes.slice(3, 4) },
      { from: 'two', to: 'three', label: 'words', at: quotes.slice(4, 5) },
    ],
  };
}
