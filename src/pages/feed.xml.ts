import type { APIRoute } from 'astro';
import { atomFeed } from '../exports/feeds/atom.ts';
import { getEdition } from '../library.ts';

export const GET: APIRoute = async () =>
  new Response(atomFeed(await getEdition(), new URL(import.meta.env.SITE)), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
