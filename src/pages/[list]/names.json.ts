import type { APIRoute } from 'astro';
import { entityKinds } from '../../edition/labels.ts';
import { fitsOnPage } from '../../edition/list-groups.ts';
import { namesOfItems, namesOfSources, type ListNames } from '../../edition/list-names.ts';
import { registerItems } from '../../edition/register-items.ts';
import { getEdition, getRegister, getSources } from '../../library.ts';

/** The lists that are cut in groups. */
export async function getStaticPaths() {
  const [edition, register, sources] = await Promise.all([getEdition(), getRegister(), getSources()]);
  const registers = entityKinds
    .map(({ folder }) => ({ list: folder, items: registerItems(edition, register, folder) }))
    .filter(({ items }) => !fitsOnPage('register', items.length))
    .map(({ list, items }) => ({ params: { list }, props: namesOfItems(items) }));
  return fitsOnPage('sources', sources.length)
    ? registers
    : [{ params: { list: 'sources' }, props: namesOfSources(sources) }, ...registers];
}

/** What a list is searched by. */
export const GET: APIRoute<ListNames> = ({ props }) => Response.json(props);
