import type { APIRoute } from 'astro';
import { opdsCatalogue } from '../exports/feeds/opds.ts';
import { getEdition, getFormats } from '../library.ts';

export const GET: APIRoute = async () => {
  const site = new URL(import.meta.env.SITE);
  const catalogue = opdsCatalogue(await getEdition(), site, await getFormats());
  return new Response(JSON.stringify(catalogue), { headers: { 'Content-Type': 'application/opds+json' } });
};
