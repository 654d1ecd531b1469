import type { APIRoute } from 'astro';
import { getCitations, getSources } from '../../../library.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({ params: { source: source.id }, props: { source } }));
}

/** Every citation of a source and its parts, as patterns: see `edition/citation.ts`. */
export const GET: APIRoute<Props> = async ({ props }) => Response.json(await getCitations(props.source));
