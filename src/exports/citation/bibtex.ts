import { escapeBibtex } from '../../edition/citation.ts';
import type { Item, Name } from './item.ts';

const types: Record<string, string> = {
  'article-magazine': 'article',
  'article-journal': 'article',
  'article-newspaper': 'article',
  chapter: 'incollection',
  book: 'book',
  pamphlet: 'booklet',
};
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** An item as BibTeX; `entrysubtype`, `version` and `url` are fields of BibLaTeX, which BibTeX passes over. */
export function toBibtex(item: Item): string {
  const type = types[item.type] ?? 'misc';
  const [year, month] = item.issued?.['date-parts'][0] ?? [];
  const text = (value: string | undefined) => value && `{${escapeBibtex(value)}}`;
  // Double braces keep the capitals of the title.
  const title = (value: string | undefined) => value && `{{${escapeBibtex(value)}}}`;
  // In a list, ` and ` parts two members; inner braces make it one.
  const list = (value: string | undefined) => (value?.includes(' and ') ? title(value) : text(value));
  const fields: [string, string | undefined][] = [
    ['author', item.author && `{${item.author.map(name).join(' and ')}}`],
    ['title', title(item.title)],
    [
      type === 'article' ? 'journal' : type === 'misc' ? 'howpublished' : 'booktitle',
      text(item['container-title']),
    ],
    ['entrysubtype', text(/-(magazine|newspaper)$/.exec(item.type)?.[1])],
    ['chapter', text(item['chapter-number'])],
    ['volume', text(item.volume)],
    ['number', text(item.issue)],
    ['pages', text(item.page?.replace('–', '--'))],
    ['publisher', list(item.publisher)],
    ['address', list(item['publisher-place'])],
    ['year', year === undefined ? undefined : `{${String(year)}}`],
    ['month', month === undefined ? undefined : months[month - 1]],
    ['version', text(item.version)],
    ['language', text(item.language)],
    // An address is read as it stands; escapes would become part of it.
    ['url', `{${item.URL}}`],
    ['note', text(item.note)],
  ];
  const lines = fields.flatMap(([key, value]) => (value ? [`  ${key} = ${value}`] : []));
  return `@${type}{${item.id},\n${lines.join(',\n')}\n}\n`;
}

/** Inner braces keep a name that is not a person’s from being taken apart. */
function name(one: Name): string {
  return 'literal' in one
    ? `{${escapeBibtex(one.literal)}}`
    : `${escapeBibtex(one.family)}, ${escapeBibtex(one.given)}`;
}
