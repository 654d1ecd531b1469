import type { APIRoute } from 'astro';
import { citationCopy, citeSource } from '../../../edition/quoting.ts';
import { sourceJson } from '../../../exports/json/source.ts';
import { getCitations, getEdition, getMentionFinder, getSources } from '../../../library.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({
    params: { source: source.id, name: source.id },
    props: { source },
  }));
}

/** A source with all that stands around it, for programs. */
export const GET: APIRoute<Props> = async ({ props: { source }, site }) => {
  const [edition, find, citations] = await Promise.all([
    getEdition(),
    getMentionFinder(),
    getCitations(source),
  ]);
  const citation = citationCopy(citeSource(citations), 'chicago-bibliography').text;
  return Response.json(sourceJson(source, { edition, site, find, citation }));
};
