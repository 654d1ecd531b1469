import type { APIRoute } from 'astro';
import { openSearch } from '../exports/opensearch.ts';
import { getEdition } from '../library.ts';

/** So that a browser’s address bar can search the edition. */
export const GET: APIRoute = async ({ site }) =>
  new Response(openSearch((await getEdition()).header, site), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
