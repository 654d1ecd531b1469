import type { APIRoute } from 'astro';
import { indexJson } from '../../exports/json/index-of-all.ts';
import { getEdition } from '../../library.ts';

/** Everything that programs may read. */
export const GET: APIRoute = async ({ site }) =>
  Response.json(indexJson({ edition: await getEdition(), site }));
