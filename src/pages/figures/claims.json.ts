import type { APIRoute } from 'astro';
import { claimsJson } from '../../exports/claims.ts';
import { getEdition } from '../../library.ts';

/** All figures that the sources state, for programs. */
export const GET: APIRoute = async ({ site }) => Response.json(claimsJson(await getEdition(), site));
