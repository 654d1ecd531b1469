import type { APIRoute } from 'astro';
import { getSources, getSourceWords } from '../../../library.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({
    params: { source: source.id },
    props: { source },
  }));
}

/** The words of a source and of its notes, each under its hand, for our own scripts. */
export const GET: APIRoute<Props> = async ({ props }) => Response.json(await getSourceWords(props.source));
