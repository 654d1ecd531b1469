import type { APIRoute } from 'astro';
import { workJson } from '../../../exports/json/entity.ts';
import { getFrame } from '../../../library.ts';
import { getWorkPaths, type WorkProps } from '../../../page-paths.ts';

export const getStaticPaths = getWorkPaths;

/** A work, for programs. */
export const GET: APIRoute<WorkProps> = async ({ props: { entry, named }, site }) =>
  Response.json(workJson(entry, named?.entry, { edition: await getFrame(), site }));
