import { hostOf, limitsInWords, reference, shortReference, standardInWords } from '../../edition/labels.ts';
import type { Edition, NoteHeader, Work } from '../../edition/model.ts';
import type { Inline } from './inline.ts';

type Rests = Pick<NoteHeader, 'references' | 'checked'>;

/** What a statement of the edition rests on, each work by a short name that leads to the list of works. */
export function restsOn(rests: Rests, works: Edition['works'], label: LabelOf): Inline[] {
  return ground(rests, works, (work, id) => [
    { kind: 'link', to: `#${label(id)}`, inner: [shortReference(work)] },
  ]);
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
  const list = references.flatMap((one): Inline[][] => {
    const work = works.get(one.id);
    if (!work) return [];
    const limits = limitsInWords(one);
    return [[...print(work, one.id), ...(limits ? [limits] : [])]];
  });
  const standard = standardInWords(references, checked);
  return [
    ...list.flatMap((one, index): Inline[] => [...(index > 0 ? ['; '] : []), ...one]),
    ...(list.length > 0 ? ['.'] : []),
    ...(standard ? [`${list.length > 0 ? ' ' : ''}${standard}`] : []),
  ];
}

/** The label of a work in the list of works. */
export type LabelOf = (workId: string) => string;

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
