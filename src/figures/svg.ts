/** SVG as strings: the drawings are made when the site is built and need no script. */

type Attributes = Record<string, string | number | undefined>;

/** An element; `children` are markup. */
export function svg(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeSvg(typeof value === 'number' ? round(value) : String(value))}"`)
    .join('');
  return `<${name}${written}>${children.join('')}</${name}>`;
}

/** Words set at a point. */
export function text(words: string, x: number, y: number, kind: string, anchor?: 'middle' | 'end'): string {
  return svg('text', { x, y, class: kind, 'text-anchor': anchor }, escapeSvg(words));
}

export function line(x1: number, y1: number, x2: number, y2: number, kind: string): string {
  return svg('line', { x1, y1, x2, y2, class: kind });
}

export function escapeSvg(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

/** How wide words are when set, about, in units of the drawing. No face is measured at build. */
export function widthOf(words: string, size: number): number {
  return words.length * size * 0.47;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
