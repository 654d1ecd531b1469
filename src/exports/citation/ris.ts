import type { Item } from './item.ts';

const types: Record<string, string> = {
  'article-magazine': 'MGZN',
  'article-journal': 'JOUR',
  'article-newspaper': 'NEWS',
  chapter: 'CHAP',
  book: 'BOOK',
  pamphlet: 'PAMP',
  webpage: 'ELEC',
};

/** An item as RIS, with the line ends that the format prescribes. */
export function toRis(item: Item): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const two = (number: number | undefined) => (number === undefined ? '' : String(number).padStart(2, '0'));
  const [first, last] = item.page?.split('–') ?? [];
  const tags: [string, string | undefined][] = [
    ['TY', types[item.type] ?? 'GEN'],
    ['ID', item.id],
    ...(item.author ?? []).map((one): [string, string] => [
      'AU',
      'literal' in one ? one.literal : `${one.family}, ${one.given}`,
    ]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['SE', item['chapter-number']],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', year === undefined ? undefined : `${String(year)}/${two(month)}/${two(day)}/`],
    ['LA', item.language],
    ['UR', item.URL],
    ['N1', item.note],
    ['ER', ''],
  ];
  return tags.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('');
}
