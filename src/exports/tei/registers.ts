/** Who and what a source and its notes name, as the lists that names in the text point to. */
import { datesInWords, entityKinds } from '../../edition/labels.ts';
import type { Entity, Work } from '../../edition/model.ts';
import { folderOf, type EntityKind } from '../../schemas/entity-kinds.ts';
import { entityPath } from '../../routes.ts';
import { checkedId, citations } from './annotations.ts';
import { biblOf } from './bibliography.ts';
import { dating, isEdtf } from './dates.ts';
import { biblId, entityId, pointer } from './ids.ts';
import { el, mixed, type XmlElement } from './xml.ts';

/** The lists of entities of one kind, and how their names are called. */
const lists: Record<EntityKind, { list: string; item: string; name: string }> = {
  person: { list: 'listPerson', item: 'person', name: 'persName' },
  place: { list: 'listPlace', item: 'place', name: 'placeName' },
  organisation: { list: 'listOrg', item: 'org', name: 'orgName' },
  event: { list: 'listEvent', item: 'event', name: 'eventName' },
  term: { list: 'list', item: 'item', name: 'term' },
  work: { list: 'listBibl', item: 'bibl', name: 'title' },
};

/** A list for each kind, in the order of the edition. */
export function registers(
  named: ReadonlySet<Entity>,
  { entities, works, site }: { entities: readonly Entity[]; works: ReadonlyMap<string, Work>; site: URL },
): XmlElement[] {
  return entityKinds.flatMap(({ folder, name }) => {
    const inList = entities.filter((entity) => folderOf(entity.kind) === folder && named.has(entity));
    const kind = inList[0]?.kind;
    if (kind === undefined) return [];
    const { list } = lists[kind];
    const type = kind === 'term' ? 'gloss' : kind === 'work' ? 'named' : undefined;
    const items = inList.flatMap((entity) => entryOf(entity, works, site));
    return [el(list, { type }, mixed('head', {}, name), ...items)];
  });
}

function entryOf(entity: Entity, works: ReadonlyMap<string, Work>, site: URL): XmlElement[] {
  const { item, name } = lists[entity.kind];
  const id = { 'xml:id': entityId(entity) };
  const names = [
    mixed(name, { type: 'preferred' }, entity.name),
    mixed(name, { type: 'sort' }, entity.sort),
    ...entity.forms.map((form) => mixed(name, { type: 'form' }, form)),
    ...[...new Set(entity.ambiguous.map(({ form }) => form))].map((form) =>
      mixed(name, { type: 'form', subtype: 'ambiguous' }, form),
    ),
    ...entity.other.map((form) => mixed(name, { type: 'other', 'xml:lang': scriptOf(form) }, form)),
  ];
  const address = mixed('idno', { type: 'URI' }, new URL(entityPath(entity), site).href);
  const description =
    entity.description === undefined
      ? undefined
      : mixed('note', { type: 'description', ana: pointer(checkedId(entity.checked)) }, entity.description);
  const rest = [description, citations(entity.references)];
  const dates = datesOf(entity);
  if (entity.kind === 'event')
    return [el(item, { ...id, ...dates.attributes }, address, ...names, dates.note, ...rest)];
  if (entity.kind === 'person') return [el(item, id, ...names, ...dates.life, dates.note, address, ...rest)];
  if (entity.kind === 'organisation') return [el(item, id, ...names, address, dates.note, ...rest)];
  if (entity.kind === 'term') {
    const [preferred, ...others] = names;
    return [el('label', {}, preferred), el(item, id, ...others, dates.note, address, ...rest)];
  }
  if (entity.kind === 'work') {
    const record = works.has(entity.id)
      ? el('relatedItem', { target: pointer(biblId(entity.id)) })
      : undefined;
    const cited = citations(entity.references);
    const ground = cited && el('note', { type: 'references' }, cited);
    return [el(item, id, ...names, dates.note, address, record, description, ground)];
  }
  return [el(item, id, ...names, dates.note, address, ...rest)];
}

/** Of a name in Cyrillic letters the language is not recorded. */
function scriptOf(form: string): string | undefined {
  return /\p{Script=Cyrillic}/u.test(form) ? 'und-Cyrl' : undefined;
}

/** When a person lived, or an event took place, as TEI says it, else as a note. */
function datesOf({ kind, dates }: Entity) {
  const nothing = { attributes: {}, life: [] as XmlElement[], note: undefined };
  if (dates === undefined) return nothing;
  const inWords = datesInWords(dates);
  if (isEdtf(dates) && kind === 'event') return { ...nothing, attributes: dating(dates) };
  const [birth, death] = dates.split('/');
  if (isEdtf(dates) && kind === 'person' && birth !== undefined && death !== undefined)
    return { ...nothing, life: [el('birth', dating(birth)), el('death', dating(death))] };
  const note = isEdtf(dates)
    ? mixed('note', { type: 'dates' }, mixed('date', dating(dates), inWords))
    : mixed('note', { type: 'dates' }, inWords);
  return { ...nothing, note };
}

/** The works that notes and registers rest on. */
export function citedWorks(
  ids: ReadonlySet<string>,
  works: ReadonlyMap<string, Work>,
  site: URL,
): XmlElement | undefined {
  const cited = [...works.values()].filter(({ id }) => ids.has(id));
  if (cited.length === 0) return undefined;
  const list = cited.map((work) => biblOf(work, site));
  return el('listBibl', { type: 'cited' }, mixed('head', {}, 'Works that the edition cites'), ...list);
}
