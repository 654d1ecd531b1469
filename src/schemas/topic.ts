import { z } from 'zod';
import { checked, prose, references, slug } from './common.ts';
import { passage, quotedPassage } from './passage.ts';

/** A paragraph or paragraphs, shown whole; or words of one paragraph, shown with what is left out marked. */
const shown = z.union([passage, quotedPassage]);

/** Front matter of `topics/<id>.mdx`, a question on which sources are set side by side; its body is the introduction. */
export const topicSchema = z.strictObject({
  /** Short, for lists: `The kulak`. */
  title: prose,
  /** The question whole: `What happened to the kulaks, and who decided it?` */
  question: prose,
  /** Its place among the topics; no two have the same. */
  order: z.number().int().positive(),
  /** What each source says, or that it is silent, in the editor's words; by id of the source. */
  summaries: z.record(slug, prose),
  /** Points of the question. A row in which several sources have passages is one that they answer together. */
  rows: z
    .array(
      z.strictObject({
        /** What it is about, in a few words: `Who decided`. */
        point: prose,
        /** The paragraphs or words of each source, by its id. */
        passages: z.record(slug, z.array(shown).min(1)),
      }),
    )
    .min(1),
  /** Questions for a class, each with the paragraphs it leads to. */
  prompts: z
    .array(
      z.strictObject({
        /** The question. */
        question: prose,
        /** The paragraphs to read for it. */
        at: z.array(passage).min(1),
      }),
    )
    .default([]),
  /** Works that the introduction rests on. */
  references,
  /** How far it was checked. */
  checked,
});

export type TopicHeader = z.infer<typeof topicSchema>;
