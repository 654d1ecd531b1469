/** The name by which Vite knows the helper that it puts before every `import()` of a built page. */
const helper = '\0vite/preload-helper.js';

/**
 * Vite's helper asks for all files of an `import()` at once and not one after the other, and also knows
 * style sheets, nonces and old browsers. It weighs more than half of the script of a page that is merely
 * read. Here style comes with the script that needs it (`browser/adopt-style.ts`), so the first is enough.
 */
const code = (base: string) => `
  const asked = new Set();
  export const __vitePreload = (load, files = []) => {
    for (const file of files) {
      if (asked.has(file)) continue;
      asked.add(file);
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: ${JSON.stringify(base)} + file }));
    }
    return load();
  };`;

/** A Vite plugin that puts a smaller helper in the place of Vite's own. @param base with a slash at both ends. */
export function lightPreload(base = '/') {
  return {
    name: 'light-preload',
    enforce: 'pre' as const,
    apply: 'build' as const,
    load: (id: string) => (id === helper ? code(base) : undefined),
  };
}
