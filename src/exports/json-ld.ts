import type { Source } from '../edition/model.ts';
import type { EditionHeader } from '../schemas/edition.ts';
import { sourcePath } from '../routes.ts';

/** A source in terms of schema.org. */
export function sourceData(source: Source, edition: EditionHeader, site: URL | undefined): Record<string, unknown> {
  const { header } = source;
  return {
    '@type': header.type === 'chapter' ? 'Chapter' : 'Article',
    name: header.title.text,
    author: header.authors.map(({ name }) => ({ '@type': 'Person', name })),
    datePublished: header.date,
    inLanguage: header.language,
    isPartOf: { '@type': header.type === 'chapter' ? 'Book' : 'Periodical', name: header.container.title },
    ...(header.container.pages && { pagination: header.container.pages.text }),
    abstract: header.summary,
    version: edition.release,
    url: new URL(sourcePath(source.id), site).href,
  };
}
