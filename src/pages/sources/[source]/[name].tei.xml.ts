import type { APIRoute } from 'astro';
import { getSources, getTeiWriter } from '../../../library.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({
    params: { source: source.id, name: source.id },
    props: { source },
  }));
}

/** A source with its notes, readings and registers as TEI. */
export const GET: APIRoute<Props> = async ({ props }) => {
  const write = await getTeiWriter();
  return new Response(write(props.source), {
    headers: { 'Content-Type': 'application/tei+xml; charset=utf-8' },
  });
};
