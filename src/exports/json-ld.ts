import type { Source } from '../edition/model.ts';
import type { EditionHeader } from '../schemas/edition.ts';
import { asSupplied, titleOf } from '../edition/labels.ts';
import { sourcePath } from '../routes.ts';

/** A source in terms of schema.org. */
export function sourceData(
  source: Source,
  edition: EditionHeader,
  site: URL | undefined,
): Record<string, unknown> {
  const { header } = source;
  return {
    '@type': header.type === 'chapter' ? 'Chapter' : 'Article',
    name: titleOf(source),
    author: header.authors.map((author) => ({
      '@type': 'Person',
      name: asSupplied(author.name, author['supplied-by']),
    })),
    datePublished: header.date,
    inLanguage: header.language,
    isPartOf: { '@type': header.type === 'chapter' ? 'Book' : 'Periodical', name: header.container.title },
    ...(header.container.pages && { pagination: header.container.pages.text }),
    abstract: header.summary,
    version: edition.release,
    url: new URL(sourcePath(source.id), site).href,
  };
}
