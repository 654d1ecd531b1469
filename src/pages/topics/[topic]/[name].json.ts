import type { APIRoute } from 'astro';
import type { Topic } from '../../../edition/model.ts';
import { topicJson } from '../../../exports/json/topic.ts';
import { getEdition, getTopics } from '../../../library.ts';

type Props = { topic: Topic };

export async function getStaticPaths() {
  return (await getTopics()).map((topic) => ({
    params: { topic: topic.id, name: topic.id },
    props: { topic },
  }));
}

/** A topic, for programs. */
export const GET: APIRoute<Props> = async ({ props: { topic }, site }) =>
  Response.json(topicJson(topic, { edition: await getEdition(), site }));
