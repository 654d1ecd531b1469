import type { APIRoute } from 'astro';
import { drawCard } from '../../cards.ts';
import { dateInWords } from '../../edition/labels.ts';
import { getEdition, getSources } from '../../library.ts';

/** Social cards: one for the edition, one for each source. */
export async function getStaticPaths() {
  const { header } = await getEdition();
  const sources = await getSources();
  return [
    { params: { name: 'edition' }, props: { over: header.subtitle, title: header.title, under: header.opening.question } },
    ...sources.map(({ id, header: { title, authors, date, container } }) => ({
      params: { name: id },
      props: { over: `${container.title}, ${dateInWords(date)}`, title: title.text, under: authors.map(({ name }) => name).join(', ') },
    })),
  ];
}

export const GET: APIRoute<{ over: string; title: string; under: string }> = async ({ props }) => new Response(await drawCard(props), { headers: { 'Content-Type': 'image/png' } });
