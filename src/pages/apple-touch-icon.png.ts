import type { APIRoute } from 'astro';
import { drawIcon } from '../cards.ts';

/** Where Apple's browsers look for the picture of a site on the home screen, without being told. */
export const GET: APIRoute = async () =>
  new Response(await drawIcon(180, true), { headers: { 'Content-Type': 'image/png' } });
