import type { APIRoute } from 'astro';
import { isPreview } from '../preview.ts';
import { addressOf } from '../routes.ts';

/**
 * Everything may be read; the sitemap names every page. The pages of a preview ask to be left out, which a
 * robot that may not read them would not see.
 */
export const GET: APIRoute = ({ site }) =>
  new Response(
    [
      'User-agent: *\nAllow: /\n',
      ...(isPreview() ? [] : [`Sitemap: ${addressOf('/sitemap-index.xml', site)}\n`]),
    ].join('\n'),
  );
