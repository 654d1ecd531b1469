import { entityFolders } from '../schemas/entity-kinds.ts';
import { entitySchema } from '../schemas/entity.ts';
import { checkShared } from './form-shared.ts';
import { foldForm, plainForms, standingIn, standsIn, wordsByPlace } from './forms.ts';
import type { Memory } from './memory.ts';
import type { Entity, Note, Place, Source } from './model.ts';
import { passageFinder } from './passages.ts';
import type { Problem, Result } from './problem.ts';
import type { RawEntity } from './raw.ts';
import { idFaults, referenceFaults } from './shared-checks.ts';
import { readYaml } from './yaml.ts';

/** An entity with where each of its keys stands in its file. */
export interface PlacedEntity {
  entity: Entity;
  place: (path: PropertyKey[]) => Place;
}

/**
 * Reads the entities and checks their forms against the texts and against one another. Without
 * `sources` (when some could not be read) nothing is said of where forms stand.
 */
export function assembleEntities(
  raws: RawEntity[],
  sources: readonly Source[] | undefined,
  works: ReadonlyMap<string, unknown>,
  memory: Memory,
): Result<Entity[]> {
  const problems: Problem[] = [];
  const placed: PlacedEntity[] = [];
  for (const raw of raws) {
    const { value, problems: found } = memory.recall(
      `entity ${raw.folder}/${raw.id}`,
      [raw.file, works],
      () => readEntity(raw, works),
    );
    problems.push(...found);
    if (value) placed.push(value);
  }
  if (sources) {
    const texts = wordsByPlace(sources);
    const standing = standingIn(
      sources,
      placed.flatMap(({ entity }) => entity.forms),
      memory,
    );
    problems.push(...placed.flatMap((one) => checkForms(one, texts, standing)));
    const { quote } = passageFinder(sources);
    for (const { entity, place } of placed)
      entity.implied.forEach((passage, index) => quote(passage, place(['implied', index]), problems));
    const ids = new Set(raws.map(({ id }) => id));
    problems.push(
      ...sources.flatMap(({ editorNotes }) => editorNotes.flatMap((note) => checkAbout(note, ids))),
    );
  }
  problems.push(...checkShared(placed));
  const entities = placed.map(({ entity }) => entity);
  // The same entities are the same list, so that what is made of it can be kept.
  return { value: memory.recall('entities', entities, () => inOrder(entities)), problems };
}

/** By kind, then by sort name. */
function inOrder(entities: readonly Entity[]): Entity[] {
  const kinds = Object.values(entityFolders);
  return entities.toSorted(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      a.sort.localeCompare(b.sort, 'en') ||
      a.id.localeCompare(b.id, 'en'),
  );
}

function readEntity(
  { folder, id, file: { file, text, fault } }: RawEntity,
  works: ReadonlyMap<string, unknown>,
): Result<PlacedEntity | undefined> {
  if (fault) return { value: undefined, problems: [fault] };
  const { value, problems, place } = readYaml(text, file, entitySchema);
  problems.push(...idFaults(id, file, 'entity-id'));
  problems.push(...referenceFaults(value?.references ?? [], works, (index) => place(['references', index])));
  const entity = value && { kind: entityFolders[folder], id, ...value, place: { file } };
  return { value: entity && { entity, place }, problems };
}

/** What a note is about must be in a register. */
function checkAbout({ header, place }: Note, ids: ReadonlySet<string>): Problem[] {
  return (header?.about ?? [])
    .filter((id) => !ids.has(id))
    .map((id) => ({
      code: 'about-unknown',
      place: { file: place.file },
      fact: `The note is about \`${id}\`, which no file of people, places, organisations, terms, events or works is called.`,
      action: 'Write the name of such a file, without `.yaml`, or add the file.',
    }));
}

/** Every form must stand where the entity says. */
function checkForms(
  { entity, place }: PlacedEntity,
  texts: ReadonlyMap<string, string>,
  standing: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = [];
  entity.forms.forEach((form, index) => {
    if (standing.has(form)) return;
    problems.push({
      code: 'form-unused',
      place: place(['forms', index]),
      fact: `\`${form}\` stands in no text or note.`,
      action: 'Copy it from the text, letter for letter; a form that only readers use goes under `other`.',
    });
  });
  const plain = new Set(plainForms(entity).map(foldForm));
  entity.exclude.forEach(({ form }, index) => {
    if (plain.has(foldForm(form))) return;
    problems.push({
      code: 'exclude-unknown',
      place: place(['exclude', index, 'form']),
      fact: `\`${form}\` is no form of ${entity.name}, so nothing is excluded.`,
      action: 'Write the form as it stands under `forms`, or remove the exclusion.',
    });
  });
  for (const key of ['ambiguous', 'exclude'] as const) {
    entity[key].forEach(({ form, at }, index) => {
      at.forEach((one, number) => {
        const text = texts.get(one);
        if (text !== undefined && standsIn(text, form)) return;
        problems.push({
          code: text === undefined ? 'form-place-unknown' : 'form-unused',
          place: place([key, index, 'at', number]),
          fact:
            text === undefined
              ? `There is no paragraph or note \`${one}\`.`
              : `\`${form}\` does not stand in ${one}.`,
          action:
            text === undefined
              ? 'Name a source and the anchor of its paragraph, like `strong-1934#p3`, or the id of its note.'
              : 'Copy the form from the text, letter for letter, or remove the place.',
        });
      });
    });
  }
  return problems;
}
