import type { Edition, Source } from '../../edition/model.ts';
import { asSupplied, OWN_LANGUAGE, titleOf } from '../../edition/labels.ts';
import { documentDate } from '../../edition/releases.ts';
import { allFormats, type Format, type Formats } from '../formats.ts';
import {
  addressOf,
  cardPath,
  editionFilePath,
  HOME,
  OPDS,
  sourceFilePath,
  sourcePath,
} from '../../routes.ts';

/** EPUB first: some programs take the first that they can read. */
const bookEndings = ['epub', 'pdf'];

const acquisition = 'http://opds-spec.org/acquisition/open-access';

/** A link of the catalogue; all addresses are whole, since reading programs keep them without the catalogue. */
interface Link {
  href: string;
  type: string;
  rel?: string;
  width?: number;
  height?: number;
}

/**
 * The EPUBs and PDFs of the edition as an OPDS 2.0 catalogue (Open Publication Distribution System), for
 * programs that read books: the whole edition first, then its sources. What has no such file is left out,
 * since the catalogue may list only what can be had.
 */
export function opdsCatalogue(edition: Edition, site: URL, formats: Formats = allFormats): object {
  const { header, sources } = edition;
  const link = (path: string, type: string, rest: Partial<Link> = {}): Link => ({
    ...rest,
    href: addressOf(path, site),
    type,
  });
  const books = (of: readonly Format[], path: (ending: string) => string) =>
    bookEndings.flatMap((ending) =>
      of
        .filter((format) => format.ending === ending)
        .map(({ mediaType }) => link(path(ending), mediaType, { rel: acquisition })),
    );
  const ofEdition = books(formats.edition, (ending) => editionFilePath(header, ending));
  const image = (card: string) => [link(cardPath(card), 'image/png', { width: 1200, height: 630 })];
  const modified = `${documentDate(header)}T00:00:00Z`;

  const whole = {
    metadata: {
      '@type': 'http://schema.org/Book',
      identifier: addressOf(HOME, site),
      title: header.title,
      subtitle: header.subtitle,
      ...(header.editor !== undefined && { editor: header.editor }),
      ...(header.publisher !== undefined && { publisher: header.publisher }),
      language: OWN_LANGUAGE,
      modified,
      description: header.description,
    },
    links: [...ofEdition, link(HOME, 'text/html', { rel: 'alternate' })],
    images: image('edition'),
  };
  const ofSource = (source: Source, index: number) => ({
    metadata: {
      '@type': 'http://schema.org/Book',
      identifier: addressOf(sourcePath(source.id), site),
      title: titleOf(source),
      author: source.header.authors.map((author) => ({
        name: asSupplied(author.name, author['supplied-by']),
        sortAs: `${author.family}, ${author.given}`,
      })),
      language: source.header.language,
      published: source.header.date,
      modified,
      description: source.header.summary,
      belongsTo: { collection: { name: header.title, position: index + 1 } },
    },
    links: [
      ...books(formats.source, (ending) => sourceFilePath(source.id, ending)),
      link(sourcePath(source.id), 'text/html', { rel: 'alternate' }),
    ],
    images: image(source.id),
  });
  const hasBooks = books(formats.source, String).length > 0;
  const publications = [...(ofEdition.length > 0 ? [whole] : []), ...(hasBooks ? sources.map(ofSource) : [])];
  return {
    metadata: { title: header.title, modified, numberOfItems: publications.length },
    links: [
      link(OPDS, 'application/opds+json', { rel: 'self' }),
      link(HOME, 'text/html', { rel: 'alternate' }),
    ],
    publications,
  };
}
