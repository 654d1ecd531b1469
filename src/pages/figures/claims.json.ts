import type { APIRoute } from 'astro';
import { claimsJson } from '../../exports/json/figure.ts';
import { getEdition } from '../../library.ts';

/** All figures that the sources state, for programs. */
export const GET: APIRoute = async ({ site }) => {
  const edition = await getEdition();
  return Response.json(claimsJson(edition, { edition, site }));
};
