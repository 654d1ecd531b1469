import { foldForm, plainForms } from '../edition/forms.ts';
import type { Edition } from '../edition/model.ts';
import type { Register } from '../edition/register.ts';
import { folderOf } from '../schemas/entity-kinds.ts';
import type { Name, NameCatalogue } from './name-index.ts';

/** All names of each entity, each once however it is written; with a register, how often it is named. */
export function nameCatalogue({ entities }: Pick<Edition, 'entities'>, register?: Register): NameCatalogue {
  const names = entities.map((entity): Name => {
    const forms = [...Map.groupBy(plainForms(entity), foldForm).values()].flatMap((same) => same.slice(0, 1));
    const here = entity.ambiguous.map(({ form, at }): [string, string[]] => [form, at]);
    return {
      id: `${folderOf(entity.kind)}/${entity.id}`,
      forms,
      ...(here.length > 0 && { here }),
      ...(register && { mentions: register.get(entity)?.count ?? 0 }),
    };
  });
  return { names };
}
