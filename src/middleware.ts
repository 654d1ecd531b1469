import { defineMiddleware } from 'astro:middleware';

/** Takes the indentation of the templates out of every page; the line ends stay, so no words run together. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  return new Response((await response.text()).replace(/\n[ \t\n]+/g, '\n'), response);
});
