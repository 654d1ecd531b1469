import type { APIRoute } from 'astro';
import { noteJson } from '../../../../exports/json/note.ts';
import { getEdition, getMentionFinder, getNotes } from '../../../../library.ts';

type Props = Awaited<ReturnType<typeof getNotes>>[number];

export async function getStaticPaths() {
  return (await getNotes()).map(({ source, note }) => ({
    params: { source: source.id, note: note.id, name: note.id },
    props: { source, note },
  }));
}

/** A note, for programs. */
export const GET: APIRoute<Props> = async ({ props: { source, note }, site }) => {
  const [edition, find] = await Promise.all([getEdition(), getMentionFinder()]);
  return Response.json(noteJson(note, source, find, { edition, site }));
};
