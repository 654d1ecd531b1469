import type { APIRoute } from 'astro';
import { claimRows } from '../../exports/claims.ts';
import { csvResponse } from '../../exports/csv.ts';
import { getEdition } from '../../library.ts';

/** All figures that the sources state, as a table. */
export const GET: APIRoute = async ({ site }) => csvResponse(claimRows((await getEdition()).claims, site));
