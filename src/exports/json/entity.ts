import { otherForms, type RegisterBlock, type RegisterEntry } from '../../edition/register.ts';
import { noteName } from '../../edition/labels.ts';
import { workName, wasSeen, type WorkCitation, type WorkEntry } from '../../edition/works.ts';
import {
  anchorPath,
  entityPath,
  figurePath,
  notePath,
  prosePath,
  topicPath,
  workPath,
} from '../../routes.ts';
import type { EntityData, EntityFields, WorkData } from '../../schemas/data/entity.ts';
import { full, headOf, referencesOf, type Context } from './shared.ts';

/** The file of a person, place, organisation, term or event: `/people/<id>/<id>.json`. */
export function entityJson(entry: RegisterEntry, context: Context): EntityData {
  return { ...headOf('entity', entityPath(entry.entity), context), ...fieldsOf(entry, context) };
}

function fieldsOf(entry: RegisterEntry, context: Context): EntityFields {
  const { id, kind, name, sort, dates, description, references, checked } = entry.entity;
  return {
    id,
    type: kind,
    name,
    sort,
    dates,
    description,
    references: referencesOf(references, context),
    checked,
    forms: entry.forms,
    otherForms: otherForms(entry),
    mentions: entry.sources.flatMap(({ source, blocks }) =>
      blocks.map(({ block, places }) => ({
        source: source.id,
        hand: block.hand,
        in: block.id,
        address: full(pathOf(block), context),
        places: places.map(({ start, end }) => ({ start, end, words: block.words.slice(start, end) })),
      })),
    ),
  };
}

function pathOf({ source, id, note }: RegisterBlock): string {
  return note ? notePath(note) : anchorPath(source.id, id);
}

/** The file of a work: `/works/<id>/<id>.json`. @param named where it is named, for a work that is an entity. */
export function workJson(entry: WorkEntry, named: RegisterEntry | undefined, context: Context): WorkData {
  return {
    ...headOf('work', workPath(entry.id), context),
    id: entry.id,
    name: workName(entry),
    record: entry.work && { ...entry.work },
    seen: wasSeen(entry),
    named: named && fieldsOf(named, context),
    citations: entry.citations.map(({ by, locator, seen }) => {
      const { name, path } = placeOf(by);
      return { by: by.kind, name, address: full(path, context), locator, seen };
    }),
  };
}

/** What rests on a work, and where. */
function placeOf(by: WorkCitation['by']): { name: string; path: string } {
  switch (by.kind) {
    case 'note':
      return { name: noteName(by.note), path: notePath(by.note) };
    case 'entity':
      return { name: by.entity.name, path: entityPath(by.entity) };
    case 'topic':
      return { name: by.topic.header.title, path: topicPath(by.topic.id) };
    case 'figure':
      return { name: by.figure.title, path: figurePath(by.figure.id, by.index) };
    case 'page':
      return { name: by.statement.name, path: prosePath(by.page.id, by.statement.id) };
  }
}
