import type { APIRoute } from 'astro';
import { noteJson } from '../../../../exports/json/note.ts';
import { getFrame, getMentionFinder, getNotes } from '../../../../library.ts';
import { getPageKeys } from '../../../../page-paths.ts';

type Props = Awaited<ReturnType<typeof getNotes>>[number];

export async function getStaticPaths() {
  const key = await getPageKeys();
  return (await getNotes()).map(({ source, note }) => ({
    params: { source: source.id, note: note.id, name: note.id },
    props: { source, note },
    cacheKey: key(source),
  }));
}

/** A note, for programs. */
export const GET: APIRoute<Props> = async ({ props: { source, note }, site }) => {
  const [edition, find] = await Promise.all([getFrame(), getMentionFinder()]);
  return Response.json(noteJson(note, source, find, { edition, site }));
};
