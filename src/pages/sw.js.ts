import type { APIRoute } from 'astro';
import worker from '../browser/offline/worker.ts?worker&url';

/** At the top of the site, since a worker serves only what lies under its own address. */
export const GET: APIRoute = () =>
  new Response(`importScripts(${JSON.stringify(worker)});\n`, {
    headers: { 'Content-Type': 'text/javascript' },
  });
