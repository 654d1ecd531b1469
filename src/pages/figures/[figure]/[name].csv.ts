import type { APIRoute } from 'astro';
import type { Figure } from '../../../edition/model.ts';
import { csvResponse } from '../../../exports/csv.ts';
import { figureRows } from '../../../exports/figure-rows.ts';
import { getEdition } from '../../../library.ts';

export async function getStaticPaths() {
  return (await getEdition()).figures.map((figure) => ({
    params: { figure: figure.id, name: figure.id },
    props: { figure },
  }));
}

/** The numbers of a chart. */
export const GET: APIRoute<{ figure: Figure }> = ({ props, site }) =>
  csvResponse(figureRows(props.figure, site));
