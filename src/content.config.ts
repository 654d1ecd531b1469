import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { contentRoot } from './content-files.ts';
import { notesLoader, sourcesLoader } from './loaders.ts';
import { noteSchema } from './schemas/note.ts';
import { pageSchema } from './schemas/page.ts';
import { sourceSchema } from './schemas/source.ts';

export const collections = {
  sources: defineCollection({ loader: sourcesLoader(), schema: sourceSchema }),
  notes: defineCollection({ loader: notesLoader(), schema: noteSchema }),
  pages: defineCollection({
    loader: glob({ base: `${contentRoot()}/content/pages`, pattern: '*.mdx' }),
    schema: pageSchema,
  }),
};
