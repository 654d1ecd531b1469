import type { APIRoute } from 'astro';
import { toRis } from '../../../exports/citation/ris.ts';
import { item } from '../../../exports/citation/item.ts';
import { getFrame } from '../../../library.ts';
import { getFilePaths, type SourceProps } from '../../../page-paths.ts';

export const getStaticPaths = getFilePaths;

/** The record of a source for a library of references. */
export const GET: APIRoute<SourceProps> = async ({ props, site }) => {
  const made = item(props.source, (await getFrame()).header, { kind: 'source' }, site);
  return new Response(toRis(made), {
    headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' },
  });
};
