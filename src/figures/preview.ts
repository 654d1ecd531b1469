/** A drawing in little, without words: what stands beside its title in a list. */
import { scaleLinear } from 'd3-scale';
import type { Figure } from '../edition/model.ts';
import { marksOf, reachOf, type Mark } from './marks.ts';
import { line, svg } from './svg.ts';

const WIDTH = 96;
const HEIGHT = 56;

export function drawPreview(figure: Figure): string {
  const marks = marksOf(figure);
  const most = Math.max(...marks.map(({ value }) => reachOf(value)));
  const drawn =
    figure.kind === 'steps'
      ? drawBlocks(marks, most)
      : figure.kind === 'dots'
        ? drawRows(figure, marks, most)
        : drawLines(marks, most);
  return svg(
    'svg',
    { viewBox: `0 0 ${String(WIDTH)} ${String(HEIGHT)}`, class: 'preview', 'aria-hidden': 'true' },
    ...drawn,
  );
}

function drawLines(marks: Mark[], most: number): string[] {
  const x = scaleLinear([0, most], [1, WIDTH]);
  const step = Math.min(12, HEIGHT / marks.length);
  return marks.map(({ value, look }, index) => {
    const y = (index + 0.5) * step;
    return line(0, y, x(reachOf(value)), y, `stroke ${look}`);
  });
}

function drawRows({ items }: Figure, marks: Mark[], most: number): string[] {
  const x = scaleLinear([0, most], [3, WIDTH - 3]);
  const step = HEIGHT / items.length;
  return [
    ...items.map((_, index) => line(0, (index + 0.5) * step, WIDTH, (index + 0.5) * step, 'row')),
    ...marks.map(({ value, look }) =>
      svg('circle', {
        cx: x(reachOf(value)),
        cy: (items.indexOf(value.item) + 0.5) * step,
        r: 2,
        class: `dot ${look}`,
      }),
    ),
  ];
}

function drawBlocks(marks: Mark[], most: number): string[] {
  const last = Math.max(...marks.map(({ value }) => value.to ?? (value.from ?? 0) * 1.2));
  const x = scaleLinear([0, last], [0, WIDTH]);
  const y = scaleLinear([0, most], [HEIGHT, 3]);
  return [
    line(0, HEIGHT - 0.5, WIDTH, HEIGHT - 0.5, 'row'),
    ...marks.map(({ value, look }) =>
      line(x(value.from ?? 0), y(reachOf(value)), x(value.to ?? last), y(reachOf(value)), `stroke ${look}`),
    ),
  ];
}
