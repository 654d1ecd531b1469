import { z } from 'zod';
import { grounds, head, passage, rights, slug, text } from './shared.ts';
import { textData } from './text.ts';

export const topicSchema = z
  .strictObject({
    ...head('topic'),
    id: slug,
    title: text,
    question: text,
    order: z.int().positive(),
    introduction: z.array(textData).describe('The editor’s words.'),
    summaries: z
      .array(z.strictObject({ source: slug, text }))
      .describe('What each source says, in the editor’s words.'),
    rows: z.array(
      z.strictObject({
        point: text,
        sides: z.array(z.strictObject({ source: slug, passages: z.array(passage) })),
      }),
    ),
    prompts: z.array(z.strictObject({ question: text, passages: z.array(passage) })),
    ...grounds,
    rights: z.array(rights).describe('In the words of the sources.'),
  })
  .meta({ title: 'Topic', description: 'A question on which sources are set side by side.' });

export type TopicData = z.infer<typeof topicSchema>;
