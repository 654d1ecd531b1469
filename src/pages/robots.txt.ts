import type { APIRoute } from 'astro';
import { addressOf } from '../routes.ts';

/** Everything may be read; the sitemap names every page. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${addressOf('/sitemap-index.xml', site)}\n`);
