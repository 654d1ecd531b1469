import { z } from 'zod';
import { nodeKinds, type NodeKind } from '../diagram.ts';
import { head, link, passage, rights, slug, text } from './shared.ts';

const at = z.array(passage).min(1).describe('What it rests on; at least one of them is quoted.');

export const diagramSchema = z
  .strictObject({
    ...head('diagram'),
    id: slug,
    source: link,
    title: text,
    description: text,
    direction: z.enum(['down', 'up']),
    nodes: z.array(
      z.strictObject({
        id: slug,
        label: text,
        level: z.int().nonnegative(),
        type: z.enum(Object.keys(nodeKinds) as NodeKind[]),
        passages: at,
      }),
    ),
    edges: z.array(z.strictObject({ from: slug, to: slug, label: text, passages: at })),
    rights: z.array(rights).describe('In the words of the source.'),
  })
  .meta({ title: 'Diagram', description: 'What one text describes, as nodes and what passes between them.' });

export type DiagramData = z.infer<typeof diagramSchema>;
