import type { APIRoute } from 'astro';
import { worksOf, type WorkEntry } from '../../../edition/works.ts';
import { workJson } from '../../../exports/json/entity.ts';
import { getEdition, getRegister } from '../../../library.ts';

type Props = { entry: WorkEntry };

export async function getStaticPaths() {
  return worksOf(await getEdition()).map((entry) => ({
    params: { work: entry.id, name: entry.id },
    props: { entry },
  }));
}

/** A work, for programs. */
export const GET: APIRoute<Props> = async ({ props: { entry }, site }) => {
  const [edition, register] = await Promise.all([getEdition(), getRegister()]);
  return Response.json(workJson(entry, entry.entity && register.get(entry.entity), { edition, site }));
};
