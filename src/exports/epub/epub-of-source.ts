import { titleOf, OWN_LANGUAGE } from '../../edition/labels.ts';
import type { Edition, Source } from '../../edition/model.ts';
import { containerOf, kindOfSource, rightsLines } from '../../edition/source-head.ts';
import { addressOf, sourcePath } from '../../routes.ts';
import type { Formatter } from '../citation/format.ts';
import type { BookPage, Fonts, Metadata } from './book.ts';
import { citePage, colophonPage } from './colophon.ts';
import { coverPage } from './front.ts';
import { creatorsOf, datesOf, editorsOf, featuresOf } from './metadata.ts';
import { packBook } from './package.ts';
import { makePlaces, placesOfSource, textParts } from './places.ts';
import { sourcePages } from './source-pages.ts';
import { hasPages } from './text.ts';

/** What a book needs besides the edition. */
export interface EpubMaterials {
  /** The site: all permanent addresses begin with it. */
  site: URL;
  /** Formats citations. */
  format: Formatter;
  fonts: Fonts;
  /** PNG, upright. */
  cover: Uint8Array;
}

/** The EPUB of one source: its text, the notes of every hand, and what is known of both. */
export function epubOfSource(
  edition: Edition,
  source: Source,
  materials: EpubMaterials,
): Uint8Array<ArrayBuffer> {
  const { site, cover, fonts } = materials;
  const parts = textParts(source);
  const places = makePlaces(placesOfSource(source, parts), site);
  const made = sourcePages(source, { edition, parts, places });
  const address = addressOf(sourcePath(source.id), site);
  const context = { ...materials, edition };
  const own = (file: string, title: string, body: string): BookPage => ({
    file,
    title,
    language: OWN_LANGUAGE,
    part: 'backmatter',
    body,
  });
  const end = [
    own('cite.xhtml', 'How to cite', citePage(source, context)),
    own('colophon.xhtml', 'Colophon', colophonPage([source], context, address)),
  ];
  return packBook({
    metadata: metadataOf(edition, source, address),
    pages: [coverPage(titleOf(source)), ...made.pages, ...end],
    toc: [...made.toc, ...end.map(({ file, title }) => ({ title, href: file, entries: [] }))],
    landmarks: [...made.landmarks, { type: 'colophon', title: 'Colophon', href: 'colophon.xhtml' }],
    pageList: made.pageList,
    cover,
    fonts,
  });
}

function metadataOf(edition: Edition, source: Source, address: string): Metadata {
  const { header } = source;
  const { publisher, title } = edition.header;
  return {
    identifier: address,
    title: titleOf(source),
    creators: [...creatorsOf(source), ...editorsOf(edition)],
    languages: [...new Set([header.language, OWN_LANGUAGE])],
    description: `${kindOfSource(source)}. ${header.summary}`,
    ...datesOf(edition),
    ...(publisher !== undefined && { publisher }),
    sources: sourcesOf(source),
    rights: rightsLines(source),
    collection: { name: title, position: edition.sources.indexOf(source) + 1 },
    ...featuresOf([source]),
  };
}

/** What a source appeared in, and the witnesses that it was transcribed from. */
export function sourcesOf(source: Source): Metadata['sources'] {
  const { title, rest } = containerOf(source, true);
  return [
    { text: title + rest, hasPages: false },
    ...source.header.witnesses.map(({ siglum, description }, index) => ({
      text: `Witness ${siglum}: ${description}`,
      hasPages: index === 0 && hasPages(source),
    })),
  ];
}
