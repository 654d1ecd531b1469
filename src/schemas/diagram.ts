import { z } from 'zod';
import { prose, slug } from './common.ts';
import { passage, quotedPassage } from './passage.ts';

/** What a node stands for, which decides how it is drawn. */
export const nodeKinds = {
  person: 'a person',
  people: 'people',
  meeting: 'a meeting',
  institution: 'an institution',
  means: 'a means',
  'set-aside': 'named, and held to have no part',
} as const;

/** Paragraphs that a statement rests on, with the words of at least one. */
const ground = z
  .array(z.union([quotedPassage, passage]))
  .refine(
    (all) => all.some((one) => typeof one !== 'string'),
    'Quote at least one passage: `{ at: strong-1934#p3, quote: … }`.',
  );

/** `diagrams/<id>.yaml`: the institutions of which one text speaks, and what passes between them. */
export const diagramSchema = z.strictObject({
  /** The id of the source that it draws. */
  source: slug,
  /** A short title. */
  title: prose,
  /** What it shows, in one or two sentences. */
  description: prose,
  /** Where most of what passes goes: from the head of the page down, or from its foot up. */
  direction: z.enum(['down', 'up']).default('down'),
  /** Whoever and whatever the text speaks of, as boxes. */
  nodes: z
    .array(
      z.strictObject({
        /** Its name within this file, by which edges find it. */
        id: slug,
        /** Short, in the text's own terms where it has any. */
        label: prose,
        /** The row in which it stands, 0 where the diagram begins; a level may take more than one row. */
        level: z.number().int().nonnegative(),
        /** What it stands for, which decides how it is drawn. */
        kind: z.enum(Object.keys(nodeKinds) as (keyof typeof nodeKinds)[]),
        at: ground,
      }),
    )
    .min(1),
  /** What passes between them, as lines. */
  edges: z.array(
    z.strictObject({
      /** The id of the node at which it begins. */
      from: slug,
      /** The id of the node at which it ends. */
      to: slug,
      /** What passes, in a word or a few: `“production meetings”`. */
      label: prose,
      at: ground,
    }),
  ),
});

export type DiagramHeader = z.infer<typeof diagramSchema>;
export type NodeKind = keyof typeof nodeKinds;
