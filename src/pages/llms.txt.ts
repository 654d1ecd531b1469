import type { APIRoute } from 'astro';
import { llmsText } from '../exports/feeds/llms.ts';
import { getEdition } from '../library.ts';

export const GET: APIRoute = async () =>
  new Response(llmsText(await getEdition(), new URL(import.meta.env.SITE)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
