import { reference } from '../../edition/labels.ts';
import type { Edition, NoteHeader, Work } from '../../edition/model.ts';
import type { Inline } from './inline.ts';

type Rests = Pick<NoteHeader, 'references' | 'checked'>;

/** What a statement of the edition rests on, each work by a short name that leads to the list of works. */
export function restsOn(rests: Rests, works: Edition['works'], label: LabelOf): Inline[] {
  return ground(rests, works, (work, id) => [{ kind: 'link', to: `#${label(id)}`, inner: shortName(work) }]);
}

/** The same with each work as the list of works prints it. */
export function restsOnInFull(rests: Rests, works: Edition['works']): Inline[] {
  return ground(rests, works, workPieces);
}

function ground(
  { references, checked }: Rests,
  works: Edition['works'],
  print: (work: Work, id: string) => Inline[],
): Inline[] {
  const list = references.flatMap(({ id, locator, seen }): Inline[][] => {
    const work = works.get(id);
    if (!work) return [];
    return [
      [...print(work, id), `${locator === undefined ? '' : `, ${locator}`}${seen ? '' : ' (not seen)'}`],
    ];
  });
  const isSeen = references.some(({ seen }) => seen);
  const standard = `${isSeen ? 'In part standard' : 'Standard'} knowledge, no page seen.`;
  return [
    ...list.flatMap((one, index): Inline[] => [...(index > 0 ? ['; '] : []), ...one]),
    ...(list.length > 0 ? ['.'] : []),
    ...(checked === 'standard' ? [`${list.length > 0 ? ' ' : ''}${standard}`] : []),
  ];
}

/** The label of a work in the list of works. */
export type LabelOf = (workId: string) => string;

/** `Viola 1987`; or its title where no person is known, and where it lies where its title is not either. */
export function shortName(work: Work): Inline[] {
  const year = work.issued?.['date-parts'][0]?.[0];
  const after = year === undefined ? '' : ` ${String(year)}`;
  const persons = (work.author ?? work.editor ?? []).map(({ family, literal }) => literal ?? family ?? '');
  if (persons.length > 0) {
    const [first = '', second = ''] = persons;
    const names =
      persons.length === 1 ? first : persons.length === 2 ? `${first} and ${second}` : `${first} and others`;
    return [`${names}${after}`];
  }
  return work.title.startsWith('[') ? [`${holderOf(work)}${after}`] : [...titleOfWork(work), after];
}

/** What holds a work whose title, in brackets, is a description. */
function holderOf({ title, 'container-title': container, URL: url }: Work): string {
  return container ?? (url === undefined ? title : hostOf(url));
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\.|\.$/g, '');
}

/** A work as the list of works prints it. */
export function workLine(work: Work): Inline[] {
  return [...workPieces(work), '.'];
}

function workPieces(work: Work): Inline[] {
  const { before, after, url } = reference(work);
  return [
    ...(before ? [`${before}, `] : []),
    ...titleOfWork(work),
    ...(after ? [`, ${after}`] : []),
    ...(url === undefined ? [] : [', ', { kind: 'link' as const, to: url, inner: [hostOf(url)] }]),
  ];
}

/** In italics; a part of something larger in quotation marks, and a description in brackets as it is. */
function titleOfWork(work: Work): Inline[] {
  const { title, isPart } = reference(work);
  if (title.startsWith('[')) return [title];
  return isPart ? [`“${title}”`] : [{ kind: 'emphasis', inner: [title] }];
}

/** The works that some statements rest on, by author and title. */
export function worksNamed(
  statements: readonly Rests[],
  works: Edition['works'],
): { id: string; work: Work }[] {
  const ids = new Set(statements.flatMap(({ references }) => references.map(({ id }) => id)));
  return [...works]
    .filter(([id]) => ids.has(id))
    .map(([id, work]) => ({ id, work, sort: sortOf(work) }))
    .sort((a, b) => a.sort.localeCompare(b.sort, 'en') || a.id.localeCompare(b.id, 'en'))
    .map(({ id, work }) => ({ id, work }));
}

function sortOf(work: Work): string {
  const persons = (work.author ?? work.editor ?? []).map(
    ({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', '),
  );
  return [...persons, work.title.replace(/^(?:The|An?) |^\[/, '')].join(', ');
}
