/** What the package says of a book: Dublin Core, with the refinements of EPUB and schema.org's words for access. */
import type { Edition, Source } from '../../edition/model.ts';
import { dateOfRelease, documentDate } from '../../edition/releases.ts';
import { asSupplied } from '../../edition/labels.ts';
import { escapeXml } from '../xml.ts';
import type { Creator, Metadata } from './book.ts';
import { hasPages } from './text.ts';

export function metadataElements(metadata: Metadata): string {
  const { creators, sources, collection } = metadata;
  return [
    `<dc:identifier id="address">${escapeXml(metadata.identifier)}</dc:identifier>`,
    `<dc:title id="title">${escapeXml(metadata.title)}</dc:title>`,
    refine('title', 'title-type', 'main'),
    ...(metadata.subtitle === undefined
      ? []
      : [
          `<dc:title id="subtitle">${escapeXml(metadata.subtitle)}</dc:title>`,
          refine('subtitle', 'title-type', 'subtitle'),
        ]),
    ...creators.flatMap(creatorElements),
    ...metadata.languages.map((language) => dc('language', language)),
    dc('description', metadata.description),
    ...(metadata.date === undefined ? [] : [dc('date', metadata.date)]),
    ...(metadata.publisher === undefined ? [] : [dc('publisher', metadata.publisher)]),
    // Programs that look for the source of the pages (DAISY Ace) know the last one only.
    ...sources
      .toSorted((a, b) => Number(a.hasPages) - Number(b.hasPages))
      .flatMap(({ text, hasPages }, index) => {
        const id = `source-${String(index + 1)}`;
        const element = `<dc:source id="${id}">${escapeXml(text)}</dc:source>`;
        return hasPages ? [element, refine(id, 'source-of', 'pagination')] : [element];
      }),
    ...metadata.rights.map((statement) => dc('rights', statement)),
    ...(collection
      ? [
          `<meta property="belongs-to-collection" id="edition">${escapeXml(collection.name)}</meta>`,
          refine('edition', 'collection-type', 'set'),
          refine('edition', 'group-position', String(collection.position)),
        ]
      : []),
    meta('dcterms:modified', metadata.modified),
    meta('schema:accessMode', 'textual'),
    meta('schema:accessModeSufficient', 'textual'),
    ...metadata.features.map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', metadata.accessibility),
  ].join('\n');
}

function creatorElements({ name, fileAs, role, isCreator }: Creator, index: number): string[] {
  const id = `name-${String(index + 1)}`;
  const element = isCreator ? 'creator' : 'contributor';
  return [
    `<dc:${element} id="${id}">${escapeXml(name)}</dc:${element}>`,
    `<meta refines="#${id}" property="role" scheme="marc:relators">${role}</meta>`,
    refine(id, 'file-as', fileAs),
  ];
}

function dc(name: string, value: string): string {
  return `<dc:${name}>${escapeXml(value)}</dc:${name}>`;
}

function meta(property: string, value: string): string {
  return `<meta property="${property}">${escapeXml(value)}</meta>`;
}

function refine(id: string, property: string, value: string): string {
  return `<meta refines="#${id}" property="${property}">${escapeXml(value)}</meta>`;
}

/** Those who wrote a source and its notes. A name that the edition supplied stands in brackets, as everywhere. */
export function creatorsOf(source: Source): Creator[] {
  const authors = source.header.authors.map((author): Creator => ({
    name: asSupplied(author.name, author['supplied-by']),
    fileAs: `${author.family}, ${author.given}`,
    role: author.certainty === 'attributed' ? 'att' : 'aut',
    isCreator: true,
  }));
  const isTranscribed = source.witnessNotes.some(({ hand }) => hand === 'transcriber-note');
  return isTranscribed
    ? [
        ...authors,
        { name: 'Unnamed transcriber', fileAs: 'Unnamed transcriber', role: 'trc', isCreator: false },
      ]
    : authors;
}

/** The editor, where stated. */
export function editorsOf({ header: { editor } }: Edition): Creator[] {
  return editor === undefined ? [] : [{ name: editor, fileAs: editor, role: 'edt', isCreator: false }];
}

/** The day of the present release, where it has one, and the time that EPUB demands of every book. */
export function datesOf({ header }: Edition): { date?: string; modified: string } {
  const date = dateOfRelease(header, header.release);
  return { ...(date !== undefined && { date }), modified: `${documentDate(header)}T00:00:00Z` };
}

/** What a book offers to readers who do not see it, or see it otherwise; only what is true of every book here. */
export function featuresOf(
  sources: readonly Source[],
  more: readonly string[] = [],
): Pick<Metadata, 'features' | 'accessibility'> {
  const pages = sources.some(hasPages) ? ['pageBreakMarkers', 'pageNavigation'] : [];
  const counted = pages.length > 0 ? ' Pages of the witness are marked and listed.' : '';
  return {
    features: [
      'tableOfContents',
      'readingOrder',
      'structuralNavigation',
      'alternativeText',
      'displayTransformability',
      'ARIA',
      ...pages,
      ...more,
    ],
    accessibility: `All content is text with headings and a table of contents; the only picture is the cover, which has a text alternative. Notes are linked both ways, and each is named by its hand in words.${counted} No conformance to a standard of accessibility has been certified.`,
  };
}
