import { z } from 'zod';
import { checked, prose, references } from './common.ts';

const paragraphId = z.string().regex(/^p\d+[a-z]*$/, 'Write the id of a paragraph, like `p3`.');

/** Front matter of `pages/<id>.mdx`, a page of the edition's own prose. */
export const pageSchema = z.strictObject({
  /** The title of the page. */
  title: prose,
  /** One sentence for search engines and link previews. */
  description: prose,
  /**
   * What each paragraph below a heading rests on, by the id at its end in the body (`^p3`). Without works,
   * `checked: read` means the sources of the edition themselves.
   */
  references: z.record(paragraphId, z.strictObject({ works: references, checked })).default({}),
});

export type PageHeader = z.infer<typeof pageSchema>;
