/**
 * Where an edition stands under a path of its server, as `https://example.org/editions/`: the two places
 * in which the base comes before its paths. Full addresses get it from `addressOf()` in `routes.ts`.
 */

/** A start tag, with `<` and `>` in values of attributes. */
const tag = /<[a-z](?:"[^"]*"|[^">])*>/gi;
/** An attribute that leads to a path of the edition. */
const leading = /(\s(?:href|src|action|cite)="|\scontent="\d+;\s*url=)\/(?!\/)/g;

/**
 * Puts the base before the addresses in a page. Files that Astro names, below `_astro/`, have it already.
 * @param base with a slash at both ends; `/` changes nothing.
 */
export function underBase(html: string, base: string): string {
  if (base === '/') return html;
  return html.replace(tag, (found) =>
    found.replace(leading, (before: string, attribute: string, at: number) =>
      found.startsWith(`${base}_astro/`, at + attribute.length) ? before : attribute + base,
    ),
  );
}

/** A Vite plugin that tells the scripts of the browser what stands before every path. */
export function browserBase(base: string) {
  const line = "export const ROOT: string = '';";
  return {
    name: 'browser-base',
    enforce: 'pre' as const,
    transform(
      this: { environment: { config: { consumer: 'client' | 'server' } } },
      code: string,
      id: string,
    ) {
      if (base === '/' || this.environment.config.consumer !== 'client' || !id.endsWith('/src/routes.ts'))
        return undefined;
      if (!code.includes(line)) throw new Error(`${id} has no line \`${line}\`, where the base is set.`);
      return {
        code: code.replace(line, `export const ROOT = ${JSON.stringify(base.slice(0, -1))};`),
        map: null,
      };
    },
  };
}

/** The address of a site with a slash at its end, and its base. @throws where it is no address. */
export function siteAndBase(address: string): { site: string; base: string } {
  const site = new URL(address);
  if (!site.pathname.endsWith('/')) site.pathname += '/';
  return { site: site.pathname === '/' ? address : site.href, base: site.pathname };
}
