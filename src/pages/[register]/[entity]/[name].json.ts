import type { APIRoute } from 'astro';
import { entityJson } from '../../../exports/json/entity.ts';
import { getFrame } from '../../../library.ts';
import { getEntityPaths, type NamedProps } from '../../../page-paths.ts';

export const getStaticPaths = getEntityPaths;

/** A person, place and so on, for programs. */
export const GET: APIRoute<NamedProps> = async ({ props: { entry }, site }) =>
  Response.json(entityJson(entry, { edition: await getFrame(), site }));
