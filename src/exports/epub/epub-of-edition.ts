import { authorsOf, entityKinds, titleOf, OWN_LANGUAGE } from '../../edition/labels.ts';
import { mentionFinder } from '../../edition/mentions.ts';
import type { Edition, Source } from '../../edition/model.ts';
import type { RawFile } from '../../edition/raw.ts';
import { makeRegister } from '../../edition/register.ts';
import { rightsLines } from '../../edition/source-head.ts';
import {
  addressOf,
  CONTEXT,
  entityPath,
  HOME,
  registerPath,
  RIGHTS,
  sourcePath,
  TIMELINE,
  topicPath,
  TOPICS,
  workPath,
} from '../../routes.ts';
import { folderOf } from '../../schemas/entity-kinds.ts';
import type { BookPage, Metadata, TocEntry } from './book.ts';
import { citeEdition, citePage, colophonPage } from './colophon.ts';
import { sourcesOf, type EpubMaterials } from './epub-of-source.ts';
import { coverPage, editionTitlePage } from './front.ts';
import { creatorsOf, datesOf, editorsOf, featuresOf } from './metadata.ts';
import { packBook } from './package.ts';
import { makePlaces, placesOfSource, textParts, type Places, type TextPart } from './places.ts';
import { prosePage } from './prose.ts';
import { bibliographyPage, entityId, registerFile, registerPage, workHref, WORKS_FILE } from './registers.ts';
import { sourcePages } from './source-pages.ts';
import { timelinePage } from './timeline.ts';
import { topicFile, topicPage, topicsPage } from './topics.ts';

interface EditionMaterials extends EpubMaterials {
  /** The page of the edition's prose on what the texts have around them, as its file has it. */
  context: RawFile | undefined;
}

const FILES = {
  title: 'title.xhtml',
  context: 'context.xhtml',
  topics: 'topics.xhtml',
  timeline: 'timeline.xhtml',
  colophon: 'colophon.xhtml',
};

/** A page, or several of which the first is the head of the others, with its entries among the contents. */
interface Part {
  pages: BookPage[];
  toc: TocEntry[];
}

/** The EPUB of the whole edition: every source as in its own book, then topics, timeline and registers. */
export function epubOfEdition(edition: Edition, materials: EditionMaterials): Uint8Array<ArrayBuffer> {
  const { site, cover, fonts } = materials;
  const { header, sources } = edition;
  const partsOf = new Map(sources.map((source) => [source, textParts(source)]));
  const places = makePlaces(placesOfEdition(edition, partsOf, materials.context !== undefined), site);
  const context = { ...materials, edition };
  const address = addressOf(HOME, site);

  const texts = sources.map((source) => {
    const made = sourcePages(source, {
      edition,
      parts: partsOf.get(source) ?? [],
      places,
      textName: 'The text',
    });
    const cite = own(`${source.id}-cite.xhtml`, 'How to cite', 'backmatter', citePage(source, context));
    const title = `${titleOf(source)}, ${authorsOf(source)}`;
    const toc = { title, href: places.hrefOf(sourcePath(source.id)), entries: [...made.toc, entry(cite)] };
    const pageList = made.pageList.map((page) => ({
      ...page,
      label: `${source.header.short}, p. ${page.label}`,
    }));
    return { source, pages: [...made.pages, cite], toc: [toc], landmarks: made.landmarks, pageList };
  });
  const prose = materials.context && prosePage(materials.context, edition, places);
  const introduction = prose ? [own(FILES.context, prose.title, 'frontmatter', prose.body)] : [];
  const colophon = own(
    FILES.colophon,
    'Colophon',
    'backmatter',
    colophonPage(sources, context, address, citeEdition(context)),
  );
  const parts: Part[] = [
    { pages: introduction, toc: introduction.map(entry) },
    ...texts,
    topicsPart(edition, places),
    registersPart(edition, places),
    { pages: [colophon], toc: [entry(colophon)] },
  ];
  return packBook({
    metadata: metadataOf(edition, address),
    pages: [
      coverPage(`${header.title}: ${header.subtitle}`),
      own(FILES.title, header.title, 'frontmatter', editionTitlePage(edition)),
      ...parts.flatMap(({ pages }) => pages),
    ],
    toc: parts.flatMap(({ toc }) => toc),
    landmarks: [
      ...texts.slice(0, 1).flatMap(({ landmarks }) => landmarks.filter(({ type }) => type === 'bodymatter')),
      { type: 'index', title: 'Names', href: registerFile('people') },
      { type: 'colophon', title: 'Colophon', href: FILES.colophon },
    ].filter(({ href }) => parts.some(({ pages }) => pages.some(({ file }) => file === href))),
    pageList: texts.flatMap(({ pageList }) => pageList),
    cover,
    fonts,
  });
}

function own(file: string, title: string, part: BookPage['part'], body: string): BookPage {
  return { file, title, language: OWN_LANGUAGE, part, body };
}

function entry({ file, title }: BookPage): TocEntry {
  return { title, href: file, entries: [] };
}

function topicsPart(edition: Edition, places: Places): Part {
  const { topics } = edition;
  if (topics.length === 0) return { pages: [], toc: [] };
  const head = own(FILES.topics, 'Topics', 'bodymatter', topicsPage(topics, places));
  const pages = topics.map((topic) =>
    own(topicFile(topic), topic.header.title, 'bodymatter', topicPage(topic, edition, places)),
  );
  return { pages: [head, ...pages], toc: [{ ...entry(head), entries: pages.map(entry) }] };
}

/** The timeline, the registers and the works cited, as far as there are any. */
function registersPart(edition: Edition, places: Places): Part {
  const find = mentionFinder(edition.entities);
  const register = makeRegister(edition, find);
  const timeline = own(FILES.timeline, 'Timeline', 'backmatter', timelinePage(edition, find, places));
  const registers = entityKinds.flatMap(({ folder, name }) => {
    const entities = edition.entities.filter(({ kind }) => folderOf(kind) === folder);
    const body = registerPage({ name, entities }, { edition, register, places });
    return entities.length === 0 ? [] : [own(registerFile(folder), name, 'backmatter', body)];
  });
  const works =
    edition.works.size === 0 ? [] : [own(WORKS_FILE, 'Works cited', 'backmatter', bibliographyPage(edition))];
  const pages = [timeline, ...registers, ...works];
  return { pages, toc: pages.map(entry) };
}

function placesOfEdition(
  { sources, topics, entities, works }: Edition,
  partsOf: ReadonlyMap<Source, TextPart[]>,
  hasContext: boolean,
): Map<string, string> {
  const kinds = new Set(entities.map(({ kind }) => folderOf(kind)));
  return new Map<string, string>([
    ...(hasContext ? [[CONTEXT, FILES.context] as const] : []),
    ...(topics.length > 0 ? [[TOPICS, FILES.topics] as const] : []),
    [TIMELINE, FILES.timeline],
    [RIGHTS, `${FILES.colophon}#rights`],
    ...topics.map((topic): [string, string] => [topicPath(topic.id), topicFile(topic)]),
    ...[...works.keys()].map((id): [string, string] => [workPath(id), workHref(id)]),
    ...entities.map((entity): [string, string] => [
      entityPath(entity),
      `${registerFile(folderOf(entity.kind))}#${entityId(entity)}`,
    ]),
    ...[...kinds].map((folder): [string, string] => [registerPath(folder), registerFile(folder)]),
    ...sources.flatMap((source) => [...placesOfSource(source, partsOf.get(source) ?? [])]),
  ]);
}

function metadataOf(edition: Edition, address: string): Metadata {
  const { header, sources } = edition;
  const creators = sources.flatMap(creatorsOf);
  return {
    identifier: address,
    title: header.title,
    subtitle: header.subtitle,
    // Who wrote several of the sources is named once.
    creators: [
      ...creators.filter(
        ({ name, role }, index) =>
          creators.findIndex((one) => one.name === name && one.role === role) === index,
      ),
      ...editorsOf(edition),
    ],
    languages: [...new Set([OWN_LANGUAGE, ...sources.map(({ header: { language } }) => language)])],
    description: header.description,
    ...datesOf(edition),
    ...(header.publisher !== undefined && { publisher: header.publisher }),
    sources: sources.flatMap(sourcesOf),
    rights: sources.flatMap((source) =>
      rightsLines(source).map((statement) => `${source.header.short}. ${statement}`),
    ),
    ...featuresOf(sources, ['index']),
  };
}
