import type { APIRoute } from 'astro';
import { getEdition } from '../../library.ts';
import { directoryOf } from '../../search/go-to/directory.ts';

/** By which words each source is called. */
export const GET: APIRoute = async () => Response.json(directoryOf(await getEdition()));
