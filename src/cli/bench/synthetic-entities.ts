import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { standsIn } from '../../edition/forms.ts';
import { entityFolders } from '../../schemas/entity-kinds.ts';
import { entitySchema } from '../../schemas/entity.ts';

/**
 * Copies the people, places and so on of an edition to another with other texts. A form that stands in
 * none of `texts` becomes one that readers may type; what names places of the first edition is left out.
 */
export async function copyEntities(from: string, to: string, texts: readonly string[]): Promise<void> {
  for (const folder of Object.keys(entityFolders)) {
    await mkdir(join(to, folder), { recursive: true });
    const names = await readdir(join(from, folder)).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.yaml')).sort()) {
      const entity = entitySchema.parse(parse(await readFile(join(from, folder, name), 'utf8')));
      const isUsed = (form: string) => texts.some((words) => words.includes(form) && standsIn(words, form));
      const used = Map.groupBy(entity.forms, isUsed);
      const copy = {
        ...entity,
        forms: used.get(true) ?? [],
        other: [...entity.other, ...(used.get(false) ?? [])],
        ambiguous: [],
        exclude: [],
        implied: [],
      };
      await writeFile(join(to, folder, name), stringify(copy));
    }
  }
}
