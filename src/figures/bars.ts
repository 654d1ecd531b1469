/** Horizontal bars, each with its words and its number beside it. */
import { scaleLinear } from 'd3-scale';
import type { Figure } from '../edition/model.ts';
import { marksOf, reachOf, type Mark } from './marks.ts';
import type { Drawn, Paper } from './paper.ts';
import { line, svg, text, widthOf } from './svg.ts';

const BAR = 10;
/** Between the words beside a bar and the bar, and between the bar and its number. */
const GAP = 8;

/** One line of the drawing. */
interface Line {
  y: number;
  mark: Mark;
  words: string;
}

export function drawBars(figure: Figure, paper: Paper): Drawn {
  const { lines, headings, height } = layOut(figure, paper);
  const { width, size, isNarrow } = paper;
  const beside = Math.max(0, ...lines.map(({ words }) => widthOf(words, size - 1)));
  const left = isNarrow ? 0.5 : beside + GAP * 2;
  const most = Math.max(...lines.map(({ mark }) => reachOf(mark.value)));
  // The longest bar is as long as leaves room for every number behind its bar.
  const room = Math.min(
    ...lines.map(({ mark }) => {
      const free = width - left - GAP - widthOf(mark.shown, size) - 6;
      return (free * most) / Math.max(reachOf(mark.value), most / 1000);
    }),
    width - left,
  );
  const x = scaleLinear([0, most], [0, room]);
  const parts = [
    ...headings.map(({ words, y }) => text(words, 0, y, 'item')),
    ...lines.map((one) => drawLine(one, left, x, paper)),
  ];
  if (!isNarrow && lines.length > 0) {
    const [first, last] = [lines[0], lines.at(-1)];
    parts.push(line(left, (first?.y ?? 0) - 8, left, (last?.y ?? 0) + BAR + 8, 'axis'));
  }
  return { body: parts.join(''), height };
}

/** Items one below the other, each with its values; an item with one value and one hand is a line alone. */
function layOut(
  figure: Figure,
  { isNarrow, size }: Paper,
): { lines: Line[]; headings: { words: string; y: number }[]; height: number } {
  const marks = marksOf(figure);
  const isPlain = figure.series.length === 1 && marks.length === figure.items.length;
  const step = isNarrow ? size + BAR + 13 : Math.max(24, BAR + 14);
  const lines: Line[] = [];
  const headings: { words: string; y: number }[] = [];
  let y = isPlain ? 4 : 0;
  for (const item of figure.items) {
    const own = marks.filter(({ value }) => value.item === item);
    if (!isPlain) {
      headings.push({ words: item, y: y + size });
      y += size + (isNarrow ? 9 : 14);
    }
    own.forEach((mark, index) => {
      const isDitto = own[index - 1]?.series === mark.series && mark.value.label !== undefined;
      const name = isPlain ? item : isDitto ? undefined : mark.series.name;
      const words = [mark.value.label, name].filter(Boolean).join(', ');
      lines.push({ y: isNarrow ? y + size + 1 : y, mark, words });
      y += step;
    });
    if (!isPlain) y += 12;
  }
  return { lines, headings, height: y - (isPlain ? 0 : 12) };
}

function drawLine(
  { y, mark, words }: Line,
  left: number,
  x: (value: number) => number,
  { name, isNarrow, size, width }: Paper,
): string {
  const { value, look, shown } = mark;
  const sure = value.number ?? value.low ?? 0;
  const to = left + x(reachOf(value));
  const from = left + x(sure);
  const fill = look === 'supplied' ? `url(#hatch-${name})` : undefined;
  return svg(
    'a',
    { href: mark.href, 'aria-label': mark.label },
    svg('rect', {
      x: 0,
      y: isNarrow ? y - size - 1 : y - 7,
      width,
      height: isNarrow ? size + BAR + 9 : 25,
      class: 'hit',
    }),
    isNarrow ? text(words, 0, y - 6, 'whose') : text(words, left - GAP, y + BAR - 1, 'whose', 'end'),
    from > left
      ? svg('rect', { x: left, y, width: from - left, height: BAR, class: `bar ${look}`, fill })
      : '',
    // What is said to be possible, and no more, is only outlined.
    to > from
      ? svg('rect', { x: from, y: y + 0.5, width: to - from, height: BAR - 1, class: `open ${look}` })
      : '',
    value.number === undefined && value.high === undefined
      ? svg('path', {
          d: `M${String(Math.round(to + 3))} ${String(y)}l5 ${String(BAR / 2)}l-5 ${String(BAR / 2)}`,
          class: 'onward',
        })
      : '',
    text(
      shown,
      to + GAP + (value.number === undefined && value.high === undefined ? 6 : 0),
      y + BAR - 0.5,
      'number',
    ),
  );
}
