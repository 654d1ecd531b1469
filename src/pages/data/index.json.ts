import type { APIRoute } from 'astro';
import { indexJson } from '../../exports/json/index-of-all.ts';
import { getEdition, getFormats } from '../../library.ts';

/** Everything that programs may read. */
export const GET: APIRoute = async ({ site }) => {
  const [edition, formats] = await Promise.all([getEdition(), getFormats()]);
  return Response.json(indexJson({ edition, site, formats }));
};
