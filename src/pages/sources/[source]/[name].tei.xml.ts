import type { APIRoute } from 'astro';
import { toTei } from '../../../exports/tei/document.ts';
import { getEdition, getMentionFinder, getSources } from '../../../library.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({
    params: { source: source.id, name: source.id },
    props: { source },
  }));
}

/** A source with its notes, readings and registers as TEI. */
export const GET: APIRoute<Props> = async ({ props, site }) => {
  const around = { site: site ?? new URL(import.meta.env.SITE), find: await getMentionFinder() };
  return new Response(toTei(props.source, await getEdition(), around), {
    headers: { 'Content-Type': 'application/tei+xml; charset=utf-8' },
  });
};
