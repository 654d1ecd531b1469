import { drawCover, type Card } from './cards.ts';
import { citationStyles } from './citation-styles.ts';
import { authorsOf, dateInWords, titleOf } from './edition/labels.ts';
import type { Edition, Source } from './edition/model.ts';
import { makeFormatter } from './exports/citation/format.ts';
import type { EpubMaterials } from './exports/epub/epub-of-source.ts';
import { readNeeded } from './needed-file.ts';

/** What all books share; read once. */
let shared: Promise<Pick<EpubMaterials, 'fonts' | 'format'>> | undefined;

/**
 * What the EPUB of a source needs, or that of the whole edition where there is no source. The whole edition
 * also needs its page `context`, which `readContent()` gives.
 * @throws Error where a font of `public/fonts/` or a citation style cannot be read.
 */
export async function epubMaterials(edition: Edition, site: URL, source?: Source): Promise<EpubMaterials> {
  shared ??= readShared();
  const [both, cover] = await Promise.all([shared, drawCover(coverWords(edition, source))]);
  return { site, cover, ...both };
}

async function readShared(): Promise<Pick<EpubMaterials, 'fonts' | 'format'>> {
  const font = async (name: string) =>
    new Uint8Array(await readNeeded(`public/fonts/${name}`, 'Run `npm run fonts`.'));
  const [regular, italic, licence, styles] = await Promise.all([
    font('alegreya-400.woff2'),
    font('alegreya-400-italic.woff2'),
    font('OFL.txt'),
    citationStyles(),
  ]);
  return { format: makeFormatter(styles), fonts: { regular, italic, licence } };
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
