import { readFile } from 'node:fs/promises';
import { drawCover, type Card } from './cards.ts';
import { citationStyles } from './citation-styles.ts';
import { authorsOf, dateInWords, titleOf } from './edition/labels.ts';
import type { Edition, Source } from './edition/model.ts';
import { makeFormatter } from './exports/citation/format.ts';
import type { EpubMaterials } from './exports/epub/epub-of-source.ts';

/**
 * What the EPUB of a source needs, or that of the whole edition where there is no source.
 * @throws Error where a font of `public/fonts/` or a citation style cannot be read.
 */
export async function epubMaterials(edition: Edition, site: URL, source?: Source): Promise<EpubMaterials> {
  const font = async (name: string) => new Uint8Array(await readFile(`public/fonts/${name}`));
  const [regular, italic, licence, styles, cover] = await Promise.all([
    font('alegreya-400.woff2'),
    font('alegreya-400-italic.woff2'),
    font('OFL.txt'),
    citationStyles(),
    drawCover(coverWords(edition, source)),
  ]);
  return { site, format: makeFormatter(styles), fonts: { regular, italic, licence }, cover };
}

function coverWords({ header }: Edition, source: Source | undefined): Card {
  if (!source)
    return { edition: header.opening.question, over: '', title: header.title, under: header.subtitle };
  return {
    edition: header.title,
    over: `${source.header.container.title}, ${dateInWords(source.header.date)}`,
    title: titleOf(source),
    under: authorsOf(source),
  };
}
