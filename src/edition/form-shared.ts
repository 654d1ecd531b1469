import type { PlacedEntity } from './entities.ts';
import { foldForm } from './forms.ts';
import type { Entity, Place } from './model.ts';
import type { Problem } from './problem.ts';

/**
 * No place may leave open which entity a form means: two entities cannot have the same form but where
 * `ambiguous` says in which paragraphs it means the one, and `exclude` keeps those from the other.
 */
export function checkShared(placed: readonly PlacedEntity[]): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, Entity>();
  for (const { entity, place } of placed) {
    for (const { form, path } of formsWithPaths(entity)) {
      const owner = owners.get(foldForm(form));
      if (owner === undefined) owners.set(foldForm(form), entity);
      else if (owner !== entity) problems.push(shared(form, owner, place(path)));
    }
  }
  for (const { entity, place } of placed) {
    entity.ambiguous.forEach(({ form, at }, index) => {
      const owner = owners.get(foldForm(form));
      if (!owner) return;
      const kept = owner === entity ? [] : excluded(owner, form);
      if (at.some((one) => !kept.includes(one))) {
        problems.push(shared(form, owner, place(['ambiguous', index, 'form'])));
      }
    });
  }
  return problems;
}

/** Each form that means the entity, once, with the key under which it stands. */
function formsWithPaths({ name, forms, other }: Entity): { form: string; path: PropertyKey[] }[] {
  const all = [
    ...forms.map((form, index) => ({ form, path: ['forms', index] })),
    ...other.map((form, index) => ({ form, path: ['other', index] })),
    { form: name, path: ['name'] },
  ];
  return [...Map.groupBy(all, ({ form }) => foldForm(form)).values()].flatMap((same) => same.slice(0, 1));
}

function excluded(entity: Entity, form: string): string[] {
  return entity.exclude.flatMap((one) => (foldForm(one.form) === foldForm(form) ? one.at : []));
}

function shared(form: string, owner: Entity, place: Place): Problem {
  return {
    code: 'form-shared',
    place,
    fact: `\`${form}\` already means ${owner.name} (${owner.place.file}).`,
    action:
      'Keep it in one of the two; or list it here under `ambiguous` with its paragraphs, and there under `exclude` or `ambiguous`.',
  };
}
