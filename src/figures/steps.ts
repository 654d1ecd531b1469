/** Values that hold over a range of amounts: blocks that stand on the amounts. */
import { scaleLinear } from 'd3-scale';
import type { Figure } from '../edition/model.ts';
import { marksOf, reachOf, type Mark } from './marks.ts';
import type { Drawn, Paper } from './paper.ts';
import { spread } from './spread.ts';
import { line, svg, text, widthOf } from './svg.ts';

export function drawSteps(figure: Figure, { width, size, isNarrow }: Paper): Drawn {
  const marks = marksOf(figure);
  const ends = marks.flatMap(({ value }) => [value.from ?? 0, value.to ?? (value.from ?? 0) * 1.2]);
  const x = scaleLinear([0, Math.max(...ends)], [34, width - 8]);
  const [top, bottom] = [size + 8, isNarrow ? 210 : 240];
  const y = scaleLinear([0, Math.max(...marks.map(({ value }) => reachOf(value)))], [bottom, top]).nice(4);
  const middles = spread(
    marks.map((mark) => ({ x: middleOf(mark, x), width: widthOf(mark.shown, size) })),
    3,
  );
  const heights = y.ticks(4);
  const last = Math.max(...marks.map(({ value }) => value.to ?? value.from ?? 0));
  const amounts = x.ticks(isNarrow ? 4 : 6).filter((tick) => tick <= last);
  const parts = [
    ...heights.map((tick) => line(34, y(tick), width - 8, y(tick), tick === 0 ? 'axis' : 'grid')),
    ...heights.map((tick) => text(String(tick), 26, y(tick) + 5, 'tick', 'end')),
    ...amounts.map((tick) =>
      text(tick.toLocaleString('en-GB'), x(tick), bottom + size + 3, 'tick', 'middle'),
    ),
    figure.along === undefined ? '' : text(figure.along, width - 8, bottom + size * 2 + 8, 'tick', 'end'),
    ...drawGap(figure, x, bottom),
    ...marks.map((mark, index) => {
      const to = mark.value.to ?? x.domain()[1] ?? 0;
      const left = x(mark.value.from ?? 0);
      const head = y(reachOf(mark.value));
      return svg(
        'a',
        { href: mark.href, 'aria-label': mark.label },
        svg('rect', {
          x: Math.min(left, middleOf(mark, x) - 12),
          y: head - size - 6,
          width: Math.max(24, x(to) - left),
          height: bottom - head + size + 6,
          class: 'hit',
        }),
        svg('rect', {
          x: left,
          y: head,
          width: x(to) - left,
          height: bottom - head,
          class: `block ${mark.look}`,
        }),
        line(left, head + 1.25, x(to), head + 1.25, `head ${mark.look}`),
        line(left, head, left, bottom, 'side'),
        // What has no end is drawn without one.
        mark.value.to === undefined ? '' : line(x(to), head, x(to), bottom, 'side'),
        text(mark.shown, middles[index] ?? 0, head - 5, 'number', 'middle'),
      );
    }),
  ];
  return { body: parts.join(''), height: bottom + size * 2 + 16 };
}

function middleOf({ value }: Mark, x: { (amount: number): number; domain: () => number[] }): number {
  return (x(value.from ?? 0) + x(value.to ?? x.domain()[1] ?? 0)) / 2;
}

/** Amounts of which nothing is stated are left empty, and say so. */
function drawGap({ gap }: Figure, x: (amount: number) => number, bottom: number): string[] {
  if (!gap) return [];
  const [from, to, y] = [x(gap.from) + 4, x(gap.to) - 4, bottom - 10];
  return [line(from, y, to, y, 'gap'), text(gap.label, (from + to) / 2, y - 6, 'whose', 'middle')];
}
