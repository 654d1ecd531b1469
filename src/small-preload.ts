import type { Plugin } from 'vite';

/**
 * Loads what a script that is loaded on demand will ask for, in 0.1 KB. Vite’s own helper, on every page
 * with such a script, has 0.8 KB over brotli: it also waits for style sheets and reports what fails.
 */
const HELPER = `export const __vitePreload = (load, files = []) => {
  for (const file of files) {
    const link = document.createElement('link');
    link.rel = file.endsWith('.css') ? 'stylesheet' : 'modulepreload';
    link.href = '/' + file;
    document.head.append(link);
  }
  return load();
};`;

export function smallPreload(): Plugin {
  return {
    name: 'small-preload',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? HELPER : null),
  };
}
