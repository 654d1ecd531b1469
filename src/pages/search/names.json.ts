import type { APIRoute } from 'astro';
import type { NameCatalogue } from '../../search/expand.ts';

/** The other names of what the texts speak of. */
export const GET: APIRoute = () => Response.json({ names: [] } satisfies NameCatalogue);
