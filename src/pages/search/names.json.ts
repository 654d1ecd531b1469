import type { APIRoute } from 'astro';
import { getEdition } from '../../library.ts';
import { nameCatalogue } from '../../search/names.ts';

/** The other names of what the texts speak of. */
export const GET: APIRoute = async () => Response.json(nameCatalogue(await getEdition()));
