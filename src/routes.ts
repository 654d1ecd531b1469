import type { Entity, Note, Source } from './edition/model.ts';
import type { EditionHeader } from './schemas/edition.ts';
import { folderOf, type EntityFolder } from './schemas/entity-kinds.ts';

/**
 * What stands before every path where the edition is not at the top of its server, `/editions`; empty here.
 * Paths are the same wherever an edition stands: the base comes before them where they become addresses,
 * by `addressOf()`, in pages by `base-path.ts`, which also sets this for the scripts of the browser.
 */
export const ROOT: string = '';

/** Every address of the site is made here; each is permanent. */
export const HOME = `${ROOT}/`;
export const SOURCES = `${ROOT}/sources/`;
export const NOTES = `${ROOT}/notes/`;
export const SEARCH = `${ROOT}/search/`;
export const FIND = `${ROOT}/find/`;
export const OPEN_SEARCH = `${ROOT}/opensearch.xml`;
export const ABOUT = `${ROOT}/about/`;
export const RIGHTS = `${ROOT}/rights/`;
export const CHANGES = `${ROOT}/changes/`;

/** What programs can read, and the whole edition in one file. */
export const DATA = `${ROOT}/data/`;

/** The changes as an Atom feed. */
export const FEED = `${ROOT}/feed.xml`;

/** The EPUBs and PDFs as an OPDS catalogue. */
export const OPDS = `${ROOT}/opds.json`;

/** Where the plain texts are, for programs that read for people. */
export const LLMS = `${ROOT}/llms.txt`;

/** The site kept in the browser. */
export const OFFLINE = `${ROOT}/offline/`;
export const OFFLINE_LIST = `${ROOT}/offline.json`;
export const OFFLINE_WORKER = `${ROOT}/sw.js`;
export const MANIFEST = `${ROOT}/manifest.webmanifest`;

export const TOPICS = `${ROOT}/topics/`;
export const FIGURES = `${ROOT}/figures/`;
export const DIAGRAMS = `${ROOT}/diagrams/`;
export const TIMELINE = `${ROOT}/timeline/`;
export const WORKS = `${ROOT}/works/`;
export const CONTEXT = `${ROOT}/context/`;
export const TEACHING = `${ROOT}/teaching/`;

/** The texts for programs, as Distributed Text Services 1.0 answers them: each answer is a file. */
export const DTS = `${ROOT}/dts/`;
export const DTS_ENTRY = `${DTS}entry.json`;

/** The grammar of the sources as TEI; a file of `public/`. */
export const TEI_SCHEMA = `${ROOT}/data/tei.rng`;

/** The register of one kind of entity: `/people/`. */
export function registerPath(folder: EntityFolder): string {
  return `${ROOT}/${folder}/`;
}

export function entityPath({ kind, id }: Pick<Entity, 'kind' | 'id'>): string {
  return `${registerPath(folderOf(kind))}${id}/`;
}

/** The entries of a long list that begin with one letter: `/people/a-z/s/`. No id of an entry has two parts. */
export function initialPath(list: string, letter: string): string {
  return `${list}a-z/${letter}/`;
}

/** The names of all entries of a long list, for whoever looks for one. */
export function listNamesPath(list: string): string {
  return `${list}names.json`;
}

/** A year of a long timeline, or what has no date: `undated`. */
export function yearPath(year: string): string {
  return `${TIMELINE}${year}/`;
}

/** A work of the bibliography. */
export function workPath(id: string): string {
  return `${WORKS}${id}/`;
}

export function topicPath(id: string): string {
  return `${TOPICS}${id}/`;
}

/** A chart, or the account of one of its series, counted from 0. */
export function figurePath(id: string, series?: number): string {
  return `${FIGURES}${id}/${series === undefined ? '' : `#${seriesAnchor(series)}`}`;
}

/** The id of the account of a series on the page of its chart. */
export function seriesAnchor(index: number): string {
  return `series-${String(index + 1)}`;
}

/** A page of the edition's own prose, or a paragraph of it. */
export function prosePath(id: string, paragraph?: string): string {
  return `${ROOT}/${id}/${paragraph === undefined ? '' : `#${paragraph}`}`;
}

/** The numbers of a chart as a table. */
export function figureFilePath(id: string): string {
  return `${figurePath(id)}${id}.csv`;
}

/**
 * A figure that a source states, in the list of all; where that is cut by source, a script of its page leads on
 * to `figuresOfSourcePath()`, which has the same anchors.
 */
export function claimPath(claim: { source: Pick<Source, 'id'>; id: string }): string {
  return `${FIGURES}#${claimAnchor(claim)}`;
}

export function claimAnchor({ source, id }: { source: Pick<Source, 'id'>; id: string }): string {
  return `${source.id}--${id}`;
}

/** All figures that the sources state, for programs. */
export function claimsFilePath(ending: 'csv' | 'json'): string {
  return `${FIGURES}claims.${ending}`;
}

/** A page of the ledger: `people/joseph-stalin`, or a figure in the list of all, `claims/<source>/<id>`. */
export function pagePath(id: string): string {
  const [folder, sourceId = '', claim = ''] = id.split('/');
  return folder === 'claims' ? claimPath({ source: { id: sourceId }, id: claim }) : `${ROOT}/${id}/`;
}

export function diagramPath(id: string): string {
  return `${DIAGRAMS}${id}/`;
}

/** Two sources in parallel; with an anchor of either, `strong-1934.p12`. */
export function comparePath(a: string, b: string, at?: { sourceId: string; anchor: string }): string {
  return `${ROOT}/compare/${a}/${b}/${at ? `#${at.sourceId}.${at.anchor}` : ''}`;
}

/** The witnesses of a source, and the decisions on them. */
export function witnessPath(sourceId: string): string {
  return `${sourcePath(sourceId)}witness/`;
}

/** Who and what a source names; `.json` for what marks the names in its text. */
export function namesOfSourcePath(sourceId: string, ending = '/'): string {
  return `${sourcePath(sourceId)}names${ending}`;
}

/** Where a source names an entity: on the page of all its names. */
export function nameInSourcePath(sourceId: string, entity: Pick<Entity, 'kind' | 'id'>): string {
  return `${namesOfSourcePath(sourceId)}#${nameAnchor(entity)}`;
}

export function nameAnchor({ kind, id }: Pick<Entity, 'kind' | 'id'>): string {
  return `${kind}-${id}`;
}

/** The figures that a source states, where the list of all is too long for one page. */
export function figuresOfSourcePath(sourceId: string): string {
  return `${sourcePath(sourceId)}figures/`;
}

/** The rights in a source, where the list of all is too long for one page. */
export function rightsOfSourcePath(sourceId: string): string {
  return `${sourcePath(sourceId)}rights/`;
}

/** The notes on a source, where the list of all is too long for one page. */
export function notesOfSourcePath(sourceId: string): string {
  return `${NOTES}${sourceId}/`;
}

/** The page of search, with a query or a filter. */
export function searchPath(asked: Record<string, string>): string {
  return `${SEARCH}?${new URLSearchParams(asked).toString()}`;
}

export function sourcePath(sourceId: string): string {
  return `${SOURCES}${sourceId}/`;
}

/** A paragraph, a division or a page of a source. */
export function anchorPath(sourceId: string, anchor: string): string {
  return `${sourcePath(sourceId)}#${anchor}`;
}

export function notePath(note: Pick<Note, 'sourceId' | 'id'>): string {
  return `${NOTES}${note.sourceId}/${note.id}/`;
}

/** A published address of a source: an anchor or a note. */
export function addressPath(sourceId: string, address: { id: string; what: 'anchor' | 'note' }): string {
  return address.what === 'anchor'
    ? anchorPath(sourceId, address.id)
    : notePath({ sourceId, id: address.id });
}

/** The earlier words of a source, or of one anchor or note of it. */
export function historyPath(sourceId: string, id?: string): string {
  return `${sourcePath(sourceId)}history/${id === undefined ? '' : `#${id}`}`;
}

/** Where a note is called: its paragraph, or the head of the text for a note on the whole. */
export function noteTargetPath(source: Source, note: Note): string {
  const target =
    note.on === undefined ? note : (source.witnessNotes.find(({ label }) => label === note.on) ?? note);
  return target.at ? anchorPath(source.id, target.at.anchor) : sourcePath(source.id);
}

/** A square picture for home screens, of `size` pixels. */
export function iconPath(name: string): string {
  return `${ROOT}/icons/${name}.png`;
}

export function cardPath(name: string): string {
  return `${ROOT}/cards/${name}.png`;
}

/** A file beside a source: `strong-1934.bib`. */
export function sourceFilePath(sourceId: string, ending: string): string {
  return `${sourcePath(sourceId)}${sourceId}.${ending}`;
}

/** The words of a source for what is done with whole texts in the browser; no program but ours reads it. */
export function sourceWordsPath(sourceId: string): string {
  return `${sourcePath(sourceId)}words.json`;
}

/** A file beside a page, named as the page is: `/people/joseph-stalin/joseph-stalin.json`. */
export function fileBeside(page: string, ending: string): string {
  return `${page}${page.split('/').at(-2) ?? ''}.${ending}`;
}

/** A file of the whole edition, named by its title: `/data/contemporary-accounts.zip`. */
export function editionFilePath({ title }: Pick<EditionHeader, 'title'>, ending: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${DATA}${slug || 'edition'}.${ending}`;
}

/** The list of everything that programs may read. */
export function dataIndexPath(): string {
  return `${DATA}index.json`;
}

/** What a JSON file of this kind holds, as JSON Schema. */
export function schemaPath(kind: string): string {
  return `${DATA}schema/${kind}.json`;
}

/** The SHA-256 of every published data file. */
export function sumsPath(): string {
  return `${DATA}SHA256SUMS`;
}

/** What a menu needs to cite any place of a source. */
export function citationsPath(sourceId: string): string {
  return `${sourcePath(sourceId)}citations.json`;
}

/** By which words each source is called. */
export function directoryPath(): string {
  return `${FIND}sources.json`;
}

/** What search must know of all sources. */
export function recordsPath(): string {
  return `${SEARCH}records.json`;
}

/** A file of the word index. */
export function wordIndexPath(folder: string, name: string): string {
  return `${SEARCH}${folder}/${name}`;
}

/** The other names of what the texts speak of. */
export function namesPath(): string {
  return `${SEARCH}names.json`;
}

/** The notes of a source as Web Annotations. */
export function annotationsPath(sourceId: string): string {
  return `${ROOT}/annotations/${sourceId}.json`;
}

/** Which units of a text are asked for: of a citation tree other than the first, so many levels down, from one unit. */
export interface NavigationCall {
  tree?: string | undefined;
  /** Levels; `-1` for all. */
  down?: number | undefined;
  ref?: string | undefined;
}

/** What a collection or a text holds, or what holds it; without an id, the edition. */
export function dtsCollectionPath(id?: string, nav?: 'children' | 'parents'): string {
  return `${DTS}collection${id === undefined ? '' : `/${id}`}${nav === undefined ? '' : `;nav=${nav}`}.json`;
}

export function dtsNavigationPath(sourceId: string, { tree, down, ref }: NavigationCall): string {
  const named = `${parameter('tree', tree)}${parameter('down', down)}`;
  return `${DTS}navigation/${sourceId}${named}${ref === undefined ? '' : `/${ref}`}.json`;
}

/** The words of a text, or of one unit of it. */
export function dtsDocumentPath(sourceId: string, { tree, ref }: Omit<NavigationCall, 'down'>): string {
  return `${DTS}document/${sourceId}${parameter('tree', tree)}${ref === undefined ? '' : `/${ref}`}.xml`;
}

/** A parameter in a path: RFC 6570, 3.2.7. */
function parameter(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : `;${name}=${String(value)}`;
}

/** A path of the edition as a full address, under that of the site; what is one already stays as it is. */
export function addressOf(path: string, site: URL | undefined): string {
  const base = site?.pathname.replace(/\/$/, '') ?? '';
  return new URL(path.startsWith('/') && !path.startsWith('//') ? base + path : path, site).href;
}

/** The path of an address of the edition, as the other functions here make it. */
export function pathIn(address: string, site: URL | undefined): string {
  const { pathname } = new URL(address, site);
  const base = site?.pathname.replace(/\/$/, '') ?? '';
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
}
