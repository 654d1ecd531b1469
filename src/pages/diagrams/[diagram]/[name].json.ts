import type { APIRoute } from 'astro';
import type { Diagram } from '../../../edition/model.ts';
import { diagramJson } from '../../../exports/json/figure.ts';
import { getEdition } from '../../../library.ts';

type Props = { diagram: Diagram };

export async function getStaticPaths() {
  return (await getEdition()).diagrams.map((diagram) => ({
    params: { diagram: diagram.id, name: diagram.id },
    props: { diagram },
  }));
}

/** A diagram, for programs. */
export const GET: APIRoute<Props> = async ({ props: { diagram }, site }) =>
  Response.json(diagramJson(diagram, { edition: await getEdition(), site }));
