import { defineMiddleware } from 'astro:middleware';
import { builtEdition, presentProblems } from './built-edition.ts';
import { problemsPage, withProblems } from './workshop/in-page.ts';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/**
 * Takes the indentation of the templates out of every page; the line ends stay, so no words run together.
 * In development it also writes into every page what is wrong in `content/`.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  if (import.meta.env.DEV && !builtEdition())
    return new Response(problemsPage(presentProblems()), { status: 500, headers: HTML });
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const html = (await response.text()).replace(/\n[ \t\n]+/g, '\n');
  const edition = import.meta.env.DEV && builtEdition();
  return new Response(
    edition ? withProblems(html, url.pathname, presentProblems(), edition) : html,
    response,
  );
});
