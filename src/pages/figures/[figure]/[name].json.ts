import type { APIRoute } from 'astro';
import type { Figure } from '../../../edition/model.ts';
import { figureJson } from '../../../exports/json/figure.ts';
import { getEdition } from '../../../library.ts';

type Props = { figure: Figure };

export async function getStaticPaths() {
  return (await getEdition()).figures.map((figure) => ({
    params: { figure: figure.id, name: figure.id },
    props: { figure },
  }));
}

/** A drawing of figures, for programs. */
export const GET: APIRoute<Props> = async ({ props: { figure }, site }) =>
  Response.json(figureJson(figure, { edition: await getEdition(), site }));
