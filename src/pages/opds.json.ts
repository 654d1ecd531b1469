import type { APIRoute } from 'astro';
import { opdsCatalogue } from '../exports/feeds/opds.ts';
import { getEdition } from '../library.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(opdsCatalogue(await getEdition(), new URL(import.meta.env.SITE))), {
    headers: { 'Content-Type': 'application/opds+json' },
  });
