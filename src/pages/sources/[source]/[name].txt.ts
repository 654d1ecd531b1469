import type { APIRoute } from 'astro';
import { sourceText } from '../../../exports/txt/text.ts';
import { getEdition, getPlainCitation, getSources } from '../../../library.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({
    params: { source: source.id, name: source.id },
    props: { source },
  }));
}

/** A source as plain text. */
export const GET: APIRoute<Props> = async ({ props: { source }, site }) => {
  const [edition, citation] = await Promise.all([getEdition(), getPlainCitation(source)]);
  return new Response(sourceText(source, { edition, site, citation }), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
