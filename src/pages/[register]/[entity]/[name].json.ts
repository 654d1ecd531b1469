import type { APIRoute } from 'astro';
import type { RegisterEntry } from '../../../edition/register.ts';
import { entityJson } from '../../../exports/json/entity.ts';
import { getEdition, getRegister } from '../../../library.ts';
import { folderOf } from '../../../schemas/entity-kinds.ts';

type Props = { entry: RegisterEntry };

export async function getStaticPaths() {
  return [...(await getRegister()).values()]
    .filter(({ entity }) => entity.kind !== 'work')
    .map((entry) => ({
      params: { register: folderOf(entry.entity.kind), entity: entry.entity.id, name: entry.entity.id },
      props: { entry },
    }));
}

/** A person, place and so on, for programs. */
export const GET: APIRoute<Props> = async ({ props: { entry }, site }) =>
  Response.json(entityJson(entry, { edition: await getEdition(), site }));
