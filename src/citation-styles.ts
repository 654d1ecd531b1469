import type { StyleSheets } from './exports/citation/format.ts';
import { readNeeded } from './needed-file.ts';

let read: Promise<StyleSheets> | undefined;

/** The citation styles and their terms, as packages bring them from the Citation Style Language project. */
export function citationStyles(): Promise<StyleSheets> {
  read ??= readStyles();
  return read;
}

async function readStyles(): Promise<StyleSheets> {
  const file = async (name: string) => (await readNeeded(`node_modules/${name}`)).toString();
  const [chicago, mla, styles, locales] = await Promise.all([
    file('@citation/csl-style-chicago-fullnote-bibliography/info.json'),
    // The package does not export its styles; the file holds one template string.
    file('rehype-citation/dist/node/styles/mla.js'),
    file('@citation-js/plugin-csl/lib/styles.json'),
    file('@citation-js/plugin-csl/lib/locales.json'),
  ]);
  const styleOf = (text: string, key: string): string => {
    const found = (JSON.parse(text) as Record<string, string>)[key];
    if (found === undefined)
      throw new Error(`A package of citation styles has no “${key}”. Install its former version.`);
    return found;
  };
  return {
    chicago: styleOf(chicago, 'content'),
    mla: /<\?xml[^`]*/.exec(mla)?.[0] ?? '',
    apa: styleOf(styles, 'apa'),
    locale: styleOf(locales, 'en-US'),
  };
}
