import { authorsOf } from '../../edition/labels.ts';
import type { Source } from '../../edition/model.ts';
import { rightsIn } from '../../edition/rights.ts';
import type { EditionHeader } from '../../schemas/edition.ts';
import { item } from './item.ts';

/** Zotero takes an item type of its own in `DC.type`; without it every article is one of a journal. */
const zoteroTypes: Record<string, string> = {
  'article-magazine': 'magazineArticle',
  'article-journal': 'journalArticle',
  'article-newspaper': 'newspaperArticle',
  chapter: 'bookSection',
  book: 'book',
  pamphlet: 'book',
  document: 'document',
};

/** What the head of a source’s page says for libraries of references: Highwire and Dublin Core. */
export function metaOf(source: Source, edition: EditionHeader, site: URL | undefined): [string, string][] {
  const { header } = source;
  const made = item(source, edition, { kind: 'source' }, site);
  const [first, last] = made.page?.split('–') ?? [];
  const container = header.type.startsWith('article-') ? 'citation_journal_title' : 'citation_inbook_title';
  const values: [string, string | undefined][] = [
    ['citation_title', made.title],
    ...header.authors.map(({ family, given }): [string, string] => [
      'citation_author',
      `${family}, ${given}`,
    ]),
    ['citation_publication_date', header.date.replaceAll('-', '/')],
    [container, made['container-title']],
    ['citation_volume', made.volume],
    ['citation_issue', made.issue],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_publisher', made.publisher],
    ['citation_language', made.language],
    ['citation_public_url', made.URL],
    ['DC.title', made.title],
    ['DC.creator', authorsOf(source)],
    ['DC.date', header.date],
    ['DC.type', zoteroTypes[header.type]],
    ['DC.source', made['container-title']],
    ['DC.language', made.language],
    ['DC.identifier', made.URL],
    ['DC.rights', rightsIn(source, 'author')?.['in-short']],
  ];
  return values.filter((pair): pair is [string, string] => pair[1] !== undefined);
}
