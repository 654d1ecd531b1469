import type { APIRoute } from 'astro';
import { item, toCslJson } from '../../../exports/citation/item.ts';
import { getEdition, getSources } from '../../../library.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({
    params: { source: source.id, name: source.id },
    props: { source },
  }));
}

/** The record of a source for a library of references. */
export const GET: APIRoute<Props> = async ({ props, site }) => {
  const made = item(props.source, (await getEdition()).header, { kind: 'source' }, site);
  return new Response(toCslJson(made), {
    headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json; charset=utf-8' },
  });
};
