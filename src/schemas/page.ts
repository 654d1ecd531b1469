import { z } from 'zod';
import { prose } from './common.ts';

/** Front matter of `pages/<id>.mdx`, a page of the edition's own prose. */
export const pageSchema = z.strictObject({
  title: prose,
  /** One sentence for search engines and link previews. */
  description: prose,
});
