import type { APIRoute } from 'astro';
import { getSources } from '../../../library.ts';
import { sourceWords } from '../../../search/source-words.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({
    params: { source: source.id, name: source.id },
    props: { source },
  }));
}

/** The words of a source and of its notes, each under its hand. */
export const GET: APIRoute<Props> = ({ props }) => Response.json(sourceWords(props.source));
