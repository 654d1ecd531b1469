import { z } from 'zod';
import { checked, prose, references, slug } from './common.ts';

/** Front matter of `pages/<id>.mdx`, a page of the edition's own prose. */
export const pageSchema = z.strictObject({
  title: prose,
  /** One sentence for search engines and link previews. */
  description: prose,
  /** What each section rests on, by the id that its heading has on the page. */
  references: z.record(slug, z.strictObject({ works: references, checked })).default({}),
});

export type PageHeader = z.infer<typeof pageSchema>;
