import { renderAsync, Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { readNeeded } from './needed-file.ts';

export interface Card {
  /** The name of the edition; empty on its own card. */
  edition: string;
  over: string;
  title: string;
  under: string;
}

/** What to do where the mark of the edition is missing. */
const MARK = 'Draw the mark of the edition there, 32 units square.';

const FILES = 'node_modules/@fontsource/alegreya/files';

type Fonts = Parameters<typeof satori>[1]['fonts'];

let fonts: Promise<Fonts> | undefined;

/** The same list for every card: satori reads the fonts of each list anew. */
function getFonts(): Promise<Fonts> {
  fonts ??= Promise.all(
    (['normal', 'italic'] as const).map(async (style) => ({
      name: 'Alegreya',
      data: await readNeeded(`${FILES}/alegreya-latin-400-${style}.woff`),
      weight: 400,
      style,
    })),
  );
  return fonts;
}

const text = (content: string, style: Record<string, string | number>) => ({
  type: 'div',
  props: { children: content, style },
});

/** Draws a social card, a PNG of 1200 × 630 pixels. */
export async function drawCard({ edition, over, title, under }: Card): Promise<Uint8Array<ArrayBuffer>> {
  const card = {
    type: 'div',
    props: {
      style: {
        boxSizing: 'border-box',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'flex-end',
        width: '100%',
        height: '100%',
        padding: '64px 90px 72px',
        background: '#fcfaf5',
        color: '#211d18',
        borderLeft: '24px solid #7b2320',
        fontFamily: 'Alegreya',
      },
      children: [
        text(edition, { fontSize: 34, fontStyle: 'italic', marginBottom: 'auto' }),
        text(over, { fontSize: over.length > 60 ? 30 : 34, fontStyle: 'italic', color: '#5f574b' }),
        text(title, { fontSize: title.length > 40 ? 68 : 92, lineHeight: 1.1, margin: '18px 0 22px' }),
        text(under, { fontSize: 44 }),
      ],
    },
  };
  return draw(card, 1200, 630);
}

/** Draws the cover of a book, a PNG of 1200 × 1800 pixels, with the same words as a card. */
export async function drawCover({ edition, over, title, under }: Card): Promise<Uint8Array<ArrayBuffer>> {
  const cover = {
    type: 'div',
    props: {
      style: {
        boxSizing: 'border-box',
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: '150px 110px 120px 130px',
        background: '#fcfaf5',
        color: '#211d18',
        borderLeft: '36px solid #7b2320',
        fontFamily: 'Alegreya',
      },
      children: [
        text(over, { fontSize: 42, fontStyle: 'italic', color: '#5f574b' }),
        text(title, { fontSize: coverSize(title), lineHeight: 1.08, margin: '170px 0 60px' }),
        text(under, { fontSize: 62 }),
        text(edition, { fontSize: 46, fontStyle: 'italic', color: '#7b2320', marginTop: 'auto' }),
      ],
    },
  };
  return draw(cover, 1200, 1800);
}

/** Pixels, so that a title of up to 300 characters leaves room for what stands below it. */
function coverSize({ length }: string): number {
  return length > 160 ? 64 : length > 80 ? 84 : length > 40 ? 104 : 132;
}

async function draw(picture: object, width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await satori(picture as Parameters<typeof satori>[0], {
    width,
    height,
    fonts: await getFonts(),
  });
  // Its words are paths by now: looking for the fonts of the system would take longer than drawing.
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return new Uint8Array(image.asPng());
}

/**
 * Draws the mark of the edition as a PNG of `size` pixels. A maskable one fills the square and keeps the
 * mark within the inner circle of four fifths, the safe zone of the W3C's manifest.
 */
export async function drawIcon(size: number, isMaskable: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const svg = (await readNeeded('public/favicon.svg', MARK)).toString();
  const drawn = isMaskable
    ? svg
        .replace(/ rx="[^"]*"/, '')
        .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
        .replace('<rect width="32" height="32"', '<rect x="-4" y="-4" width="40" height="40"')
    : svg;
  return new Uint8Array(new Resvg(drawn, { fitTo: { mode: 'width', value: size } }).render().asPng());
}
