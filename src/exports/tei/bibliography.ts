/** Works of the bibliography as `bibl`, with what their records hold and no more. */
import { reference } from '../../edition/labels.ts';
import type { Work } from '../../edition/model.ts';
import { addressOf, workPath } from '../../routes.ts';
import { biblId } from './ids.ts';
import { el, maybe, mixed, type XmlElement } from '../xml.ts';

type Names = NonNullable<Work['author']>;

export function biblOf(work: Work, site: URL): XmlElement {
  const { isPart } = reference(work);
  const container = work['container-title'];
  const date = work.issued?.['date-parts'][0];
  return el(
    'bibl',
    { 'xml:id': biblId(work.id), type: work.type },
    ...persons('author', work.author),
    ...persons('editor', work.editor),
    mixed('title', { level: isPart ? 'a' : 'm' }, work.title),
    maybe('title', container, { level: isPeriodical(work.type) ? 'j' : 'm' }),
    maybe('pubPlace', work['publisher-place']),
    maybe('publisher', work.publisher),
    date?.[0] === undefined ? undefined : mixed('date', { when: isoDate(date) }, isoDate(date)),
    maybe('biblScope', work.volume, { unit: 'volume' }),
    maybe('biblScope', work.issue, { unit: 'issue' }),
    maybe('biblScope', work.page, { unit: 'page' }),
    maybe('idno', addressOf(workPath(work.id), site), { type: 'URI' }),
    work.URL === undefined ? undefined : el('ptr', { target: work.URL }),
    maybe('note', work.note),
  );
}

export function isPeriodical(type: string): boolean {
  return type.startsWith('article');
}

function persons(role: 'author' | 'editor', names: Names = []): XmlElement[] {
  return names.map((name) =>
    name.literal === undefined ? el(role, {}, persName(name)) : mixed(role, {}, name.literal),
  );
}

/** A name by its parts. */
export function persName({ family, given }: { family?: string; given?: string }): XmlElement {
  return el('persName', {}, maybe('forename', given), maybe('surname', family));
}

/** Year, month and day of CSL-JSON, as far as given. */
function isoDate(parts: readonly number[]): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
