import type { APIRoute } from 'astro';
import { getTeiWriter } from '../../../library.ts';
import { getFilePaths, type SourceProps } from '../../../page-paths.ts';

export const getStaticPaths = getFilePaths;

/** A source with its notes, readings and registers as TEI. */
export const GET: APIRoute<SourceProps> = async ({ props }) => {
  const write = await getTeiWriter();
  return new Response(write(props.source), {
    headers: { 'Content-Type': 'application/tei+xml; charset=utf-8' },
  });
};
