import type { Topic } from '../../edition/model.ts';
import { topicPath } from '../../routes.ts';
import type { TopicData } from '../../schemas/data/topic.ts';
import { headOf, passageOf, referencesOf, rightsInPassages, type Context } from './shared.ts';
import { textOf } from './text.ts';

/** The file of a topic: `/topics/<id>/<id>.json`. */
export function topicJson(topic: Topic, context: Context): TopicData {
  const { id, header, introduction, summaries, rows, prompts } = topic;
  return {
    ...headOf('topic', topicPath(id), context),
    id,
    title: header.title,
    question: header.question,
    order: header.order,
    introduction: introduction.map((text) => textOf(text, context)),
    summaries: summaries.map(({ source, text }) => ({ source: source.id, text })),
    rows: rows.map(({ point, sides }) => ({
      point,
      sides: sides.map(({ source, passages }) => ({
        source: source.id,
        passages: passages.map((passage) => passageOf(passage, context)),
      })),
    })),
    prompts: prompts.map(({ question, passages }) => ({
      question,
      passages: passages.map((passage) => passageOf(passage, context)),
    })),
    references: referencesOf(header.references, context),
    checked: header.checked,
    rights: rightsInPassages(rows.flatMap(({ sides }) => sides.map(({ source }) => source))),
  };
}
