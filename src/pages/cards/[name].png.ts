import type { APIRoute } from 'astro';
import { drawCard, type Card } from '../../cards.ts';
import { authorsOf, dateInWords, titleOf } from '../../edition/labels.ts';
import { getEdition, getSources } from '../../library.ts';

/** Social cards: one for the edition, one for each source. */
export async function getStaticPaths() {
  const { header } = await getEdition();
  const sources = await getSources();
  return [
    {
      params: { name: 'edition' },
      props: { edition: '', over: header.subtitle, title: header.title, under: header.opening.question },
    },
    ...sources.map((source) => ({
      params: { name: source.id },
      props: {
        edition: header.title,
        over: `${source.header.container.title}, ${dateInWords(source.header.date)}`,
        title: titleOf(source),
        under: authorsOf(source),
      },
    })),
  ];
}

export const GET: APIRoute<Card> = async ({ props }) =>
  new Response(await drawCard(props), { headers: { 'Content-Type': 'image/png' } });
