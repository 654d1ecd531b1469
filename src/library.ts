import { getCollection, getEntry, render } from 'astro:content';
import { builtBooks, builtEdition, presentProblems } from './built-edition.ts';
import { citationStyles } from './citation-styles.ts';
import type { SourceCitations } from './edition/citation.ts';
import { mentionFinder, type MentionFinder } from './edition/mentions.ts';
import type { Edition, Entity, Frame, Note, Source, Topic } from './edition/model.ts';
import { ProblemsError } from './edition/problem.ts';
import { citationCopy, citeSource } from './edition/quoting.ts';
import { readStatements } from './edition/statements.ts';
import { meetingsOf, pairsOf, topicsBySource, type Meeting } from './edition/topics.ts';
import type { RightsPolicy } from './edition/rights.ts';
import { makeRegister, mentionsByPlace, type Register } from './edition/register.ts';
import { editionFormats, sourceFormats, topicFormats, type Format, type Formats } from './exports/formats.ts';
import { isOneBook } from './exports/pdf/edition.ts';
import { makeFormatter, type Formatter } from './exports/citation/format.ts';
import { sourceCitations } from './exports/citation/record.ts';
import { makeService, type Service } from './exports/dts/answers.ts';
import { teiWriter, type TeiWriter } from './exports/tei/document.ts';
import { rightsPolicy } from './rights-policy.ts';
import { sourceWords, type SourceWords } from './search/source-words.ts';

/**
 * The edition as it may be shown, made once a build; in development again whenever a file has changed, while
 * nothing in `content/` is wrong.
 * @throws ProblemsError in development, when there never was an edition without problems.
 */
export function getEdition(): Promise<Edition> {
  const edition = builtEdition();
  if (edition) return Promise.resolve(edition);
  return Promise.reject(new ProblemsError([...presentProblems()]));
}

/** What stands around every text: all that pages may draw of besides their props, where a build keeps them. */
export const getFrame: () => Promise<Frame> = ofEdition(({ header, works, entities }) => ({
  header,
  works,
  entities,
}));

/** What is made of the edition, once for as long as it is the same. */
export function ofEdition<T>(make: (edition: Edition) => T | Promise<T>): () => Promise<T> {
  const made = new WeakMap<Edition, Promise<T>>();
  return async () => {
    const edition = await getEdition();
    const known = made.get(edition) ?? Promise.resolve(make(edition));
    made.set(edition, known);
    return known;
  };
}

/** What this deployment shows. */
export function getRightsPolicy(): RightsPolicy {
  return rightsPolicy();
}

/** The formats that this build makes: what is set as pages is made in a build alone, if at all. */
export const getFormats: () => Promise<Formats> = ofEdition((edition) => {
  const made = (formats: readonly Format[]) =>
    formats.filter(({ isBook }) => !isBook || builtBooks() !== undefined);
  const isOne = isOneBook(edition);
  return {
    source: made(sourceFormats),
    topic: made(topicFormats),
    edition: made(editionFormats).filter(({ isBook }) => !isBook || isOne),
  };
});

/** The sources of the collection, each from the text model, in the order of the edition. */
export async function getSources(): Promise<Source[]> {
  const [edition, headers] = await Promise.all([getEdition(), getCollection('sources')]);
  const ids = new Set(headers.map(({ id }) => id));
  return edition.sources.filter(({ id }) => ids.has(id));
}

/** Every note with its source: those of the witnesses, then the editor's of the collection. */
export async function getNotes(): Promise<{ source: Source; note: Note }[]> {
  const [sources, headers] = await Promise.all([getSources(), getCollection('notes')]);
  const ids = new Set(headers.map(({ id }) => id));
  return sources.flatMap((source) =>
    [...source.witnessNotes, ...source.editorNotes.filter(({ id }) => ids.has(`${source.id}/${id}`))].map(
      (note) => ({ source, note }),
    ),
  );
}

/** The topics of the edition, in their order. */
export async function getTopics(): Promise<Topic[]> {
  return (await getEdition()).topics;
}

/** Where topics use the paragraphs of a source, by anchor; made once for all its pages. */
export async function getMeetings(source: Source): Promise<Map<string, Meeting[]>> {
  const meetings = await meetingsBySource();
  const made = meetings.get(source) ?? meetingsOf(source, await getTopicsOf(source));
  meetings.set(source, made);
  return made;
}

const meetingsBySource = ofEdition(() => new Map<Source, Map<string, Meeting[]>>());

/** The topics in which all these sources are set, in their order. */
export async function getTopicsOf(first: Source, ...others: Source[]): Promise<Topic[]> {
  const bySource = await topicsById();
  const of = others.map(({ id }) => new Set(bySource.get(id)));
  return (bySource.get(first.id) ?? []).filter((topic) => of.every((topics) => topics.has(topic)));
}

const topicsById = ofEdition(({ topics }) => topicsBySource(topics));

/** Two sources that a topic sets side by side, the earlier of the edition first. */
export async function getPairs(): Promise<[Source, Source][]> {
  return pairsOf(await getTopics());
}

/** The words of a source and of its notes, with who and what is named in each. */
export async function getSourceWords(source: Source): Promise<SourceWords> {
  return sourceWords(source, await getMentionFinder());
}

/** Finds who and what is named in a text; the same for as long as the entities are. */
export async function getMentionFinder(): Promise<MentionFinder> {
  const { entities } = await getEdition();
  const find = finders.get(entities) ?? mentionFinder(entities);
  finders.set(entities, find);
  return find;
}

const finders = new WeakMap<readonly Entity[], MentionFinder>();

/** Where every person, place and so on is named. */
export const getRegister: () => Promise<Register> = ofEdition(async (edition) =>
  makeRegister(edition, await getMentionFinder()),
);

/** Writes sources as TEI. */
export const getTeiWriter: () => Promise<TeiWriter> = ofEdition(async (edition) => {
  const mentions = mentionsByPlace(await getRegister());
  return teiWriter(edition, { site: new URL(import.meta.env.SITE), mentions });
});

/** Answers as Distributed Text Services. */
export const getTextService: () => Promise<Service> = ofEdition(async (edition) => {
  const files = (await getFormats()).source.filter(({ isCitation }) => !isCitation);
  const endings = files.map(({ ending }) => ending);
  return makeService(edition, new URL(import.meta.env.SITE), endings);
});

let formatter: Promise<Formatter> | undefined;

/** Formats citations; the styles are read once. */
function getFormatter(): Promise<Formatter> {
  formatter ??= citationStyles().then(makeFormatter);
  return formatter;
}

const citations = new WeakMap<Source, Promise<SourceCitations>>();

/** All citations of a source, formatted once for all its pages. */
export function getCitations(source: Source): Promise<SourceCitations> {
  const made = citations.get(source) ?? makeCitations(source);
  citations.set(source, made);
  return made;
}

/** A source as a bibliography prints it, without markup. */
export async function getPlainCitation(source: Source): Promise<string> {
  return citationCopy(citeSource(await getCitations(source)), 'chicago-bibliography').text;
}

async function makeCitations(source: Source): Promise<SourceCitations> {
  const [{ header }, format] = await Promise.all([getEdition(), getFormatter()]);
  return sourceCitations(source, { edition: header, site: new URL(import.meta.env.SITE), format });
}

/**
 * A page of the edition's own prose, drawn by Astro.
 * @throws Error where the page is missing.
 */
export async function getPage(id: string) {
  const entry = await getPageEntry(id);
  const { Content } = await render(entry);
  return { ...entry.data, Content };
}

/**
 * A page of the edition's own prose whose paragraphs say what they rest on.
 * @throws Error where the page is missing.
 */
export async function getStatementPage(id: string) {
  const { data, body = '' } = await getPageEntry(id);
  // Problems are those of the check, without which nothing is built.
  const file = `content/pages/${id}.mdx`;
  return { ...data, ...readStatements(body, data.references, { file, bodyLine: 1 }).value };
}

async function getPageEntry(id: string) {
  const entry = await getEntry('pages', id);
  if (entry) return entry;
  throw new Error(`content/pages/${id}.mdx is missing. Write it, or remove the page that shows it.`);
}
