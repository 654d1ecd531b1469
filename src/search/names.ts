import { foldForm, plainForms } from '../edition/forms.ts';
import type { Edition } from '../edition/model.ts';
import { folderOf } from '../schemas/entity-kinds.ts';
import type { Name, NameCatalogue } from './name-index.ts';

/** All names of each entity, each once however it is written. */
export function nameCatalogue({ entities }: Pick<Edition, 'entities'>): NameCatalogue {
  const names = entities.map((entity): Name => {
    const forms = [...new Map(plainForms(entity).map((form) => [foldForm(form), form])).values()];
    const here = entity.ambiguous.map(({ form, at }): [string, string[]] => [form, at]);
    return {
      id: `${folderOf(entity.kind)}/${entity.id}`,
      forms,
      ...(here.length > 0 && { here }),
    };
  });
  return { names };
}
