import type { APIRoute } from 'astro';
import { readingNames } from '../../../exports/reading-names.ts';
import { getMentionFinder, getSources } from '../../../library.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({ params: { source: source.id }, props: { source } }));
}

/** Who and what the paragraphs of a source name, and where. */
export const GET: APIRoute<Props> = async ({ props }) =>
  Response.json(readingNames(props.source, await getMentionFinder()));
