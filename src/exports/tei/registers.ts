/** Who and what a source and its notes name, as the lists that names in the text point to. */
import { entityKinds } from '../../edition/labels.ts';
import type { Entity, Work } from '../../edition/model.ts';
import { datesInWords, stretchOf } from '../../edition/time.ts';
import { folderOf, type EntityKind } from '../../schemas/entity-kinds.ts';
import { addressOf, entityPath } from '../../routes.ts';
import { checkedId, citations } from './annotations.ts';
import { biblOf } from './bibliography.ts';
import { dating } from './dates.ts';
import { biblId, entityId, pointer } from './ids.ts';
import { el, mixed, writtenOnce, type XmlElement } from '../xml.ts';

/** The lists of entities of one kind, and how their names are called. */
const lists: Record<EntityKind, { list: string; item: string; name: string }> = {
  person: { list: 'listPerson', item: 'person', name: 'persName' },
  place: { list: 'listPlace', item: 'place', name: 'placeName' },
  organisation: { list: 'listOrg', item: 'org', name: 'orgName' },
  event: { list: 'listEvent', item: 'event', name: 'eventName' },
  term: { list: 'list', item: 'item', name: 'term' },
  work: { list: 'listBibl', item: 'bibl', name: 'title' },
};

/** Where entries stand: in a list in `standOff`. */
const INDENT = ' '.repeat(6);

interface Recorded {
  entities: readonly Entity[];
  works: ReadonlyMap<string, Work>;
  site: URL;
}

/** The lists of any source; what they hold is written once for all sources. */
export interface Registers {
  /** A list for each kind, in the order of the edition. */
  of: (named: ReadonlySet<Entity>) => XmlElement[];
  /** The works that notes and registers rest on. */
  cited: (ids: ReadonlySet<string>) => XmlElement | undefined;
}

export function makeRegisters({ entities, works, site }: Recorded): Registers {
  const entries = new Map<Entity, XmlElement[]>();
  const records = new Map<Work, XmlElement>();
  const entry = (entity: Entity): XmlElement[] => {
    const known = entries.get(entity);
    if (known) return known;
    const made = entryOf(entity, works, site).map((element) => writtenOnce(element, INDENT));
    entries.set(entity, made);
    return made;
  };
  const record = (work: Work): XmlElement => {
    const made = records.get(work) ?? writtenOnce(biblOf(work, site), INDENT);
    records.set(work, made);
    return made;
  };
  return {
    of: (named) =>
      entityKinds.flatMap(({ folder, name }) => {
        const inList = entities.filter((entity) => folderOf(entity.kind) === folder && named.has(entity));
        const kind = inList[0]?.kind;
        if (kind === undefined) return [];
        const type = kind === 'term' ? 'gloss' : kind === 'work' ? 'named' : undefined;
        return [el(lists[kind].list, { type }, mixed('head', {}, name), ...inList.flatMap(entry))];
      }),
    cited: (ids) => {
      const list = [...works.values()].filter(({ id }) => ids.has(id)).map(record);
      if (list.length === 0) return undefined;
      return el('listBibl', { type: 'cited' }, mixed('head', {}, 'Works that the edition cites'), ...list);
    },
  };
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
  const address = mixed('idno', { type: 'URI' }, addressOf(entityPath(entity), site));
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
  // What is no date of EDTF is words.
  const isDate = stretchOf(dates) !== undefined;
  if (isDate && kind === 'event') return { ...nothing, attributes: dating(dates) };
  const [birth, death] = dates.split('/');
  if (isDate && kind === 'person' && birth !== undefined && death !== undefined)
    return { ...nothing, life: [el('birth', dating(birth)), el('death', dating(death))] };
  const note = isDate
    ? mixed('note', { type: 'dates' }, mixed('date', dating(dates), inWords))
    : mixed('note', { type: 'dates' }, inWords);
  return { ...nothing, note };
}
