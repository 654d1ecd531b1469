import type { APIRoute } from 'astro';
import { getEdition, getRegister } from '../../library.ts';
import { nameCatalogue } from '../../search/names.ts';

/** The other names of what the texts speak of, and how often they name it. */
export const GET: APIRoute = async () =>
  Response.json(nameCatalogue(await getEdition(), await getRegister()));
