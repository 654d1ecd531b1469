import type { APIRoute } from 'astro';
import { item, toCslJson } from '../../../exports/citation/item.ts';
import { getFrame } from '../../../library.ts';
import { getFilePaths, type SourceProps } from '../../../page-paths.ts';

export const getStaticPaths = getFilePaths;

/** The record of a source for a library of references. */
export const GET: APIRoute<SourceProps> = async ({ props, site }) => {
  const made = item(props.source, (await getFrame()).header, { kind: 'source' }, site);
  return new Response(toCslJson(made), {
    headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json; charset=utf-8' },
  });
};
