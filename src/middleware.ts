import { defineMiddleware } from 'astro:middleware';
import { underBase } from './base-path.ts';
import { builtEdition, presentProblems } from './built-edition.ts';
import { pathIn } from './routes.ts';
import { problemsPage, withProblems } from './workshop/in-page.ts';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/**
 * Takes the indentation of the templates out of every page; the line ends stay, so no words run together.
 * Where the edition stands under a path, puts that before the addresses in it.
 * In development it also writes into every page what is wrong in `content/`.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  if (import.meta.env.DEV && !builtEdition())
    return new Response(problemsPage(presentProblems()), { status: 500, headers: HTML });
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const html = underBase((await response.text()).replace(/\n[ \t\n]+/g, '\n'), import.meta.env.BASE_URL);
  const edition = import.meta.env.DEV && builtEdition();
  return new Response(
    edition
      ? withProblems(
          html,
          pathIn(url.href, new URL(import.meta.env.BASE_URL, url)),
          presentProblems(),
          edition,
        )
      : html,
    response,
  );
});
