/** Values of one item on one line: those of the texts above it, those supplied by the edition below. */
import { scaleLinear } from 'd3-scale';
import type { Figure } from '../edition/model.ts';
import { marksOf, reachOf, type Look, type Mark } from './marks.ts';
import type { Drawn, Paper } from './paper.ts';
import { spread } from './spread.ts';
import { line, svg, text, widthOf } from './svg.ts';

const FOOT = 24;

export function drawDots(figure: Figure, paper: Paper): Drawn {
  const { width, size } = paper;
  const marks = marksOf(figure);
  const left = Math.max(...figure.items.map((item) => widthOf(item, size))) + 18;
  const most = Math.max(...marks.map(({ value }) => reachOf(value)), figure.base?.number ?? 0);
  const x = scaleLinear([0, most], [left, width - 16]).nice(4);
  const top = figure.base ? size + 6 : 4;
  let y = top;
  const rows = figure.items.map((item) => {
    // Full marks lie over empty ones.
    const own = marks
      .filter(({ value }) => value.item === item)
      .sort((a, b) => Number(a.look === 'text') - Number(b.look === 'text'));
    const isTwoSided = own.some(({ look }) => look !== 'text');
    const track = y + size + 8;
    y = track + (isTwoSided ? size + 15 : 10);
    return drawRow(item, own, track, x, { ...paper, size: size - 1 });
  });
  const bottom = y + 4;
  const ticks = x.ticks(5);
  const grid = ticks.map((tick) => line(x(tick), top, x(tick), bottom, tick === 0 ? 'axis' : 'grid'));
  const numbers = ticks.map((tick) => text(String(tick), x(tick), bottom + size, 'tick', 'middle'));
  const base = figure.base
    ? [
        line(x(figure.base.number), top - 2, x(figure.base.number), bottom, 'base'),
        text(
          `${figure.base.label} = ${String(figure.base.number)}`,
          x(figure.base.number),
          size - 2,
          'tick',
          'middle',
        ),
      ]
    : [];
  return { body: [...grid, ...base, ...rows, ...numbers].join(''), height: bottom + FOOT };
}

function drawRow(item: string, marks: Mark[], y: number, x: (value: number) => number, paper: Paper): string {
  const places = marks.map(({ value }) => x(reachOf(value)));
  const above = marks.map(({ look }) => look === 'text');
  const middles = [true, false].flatMap((side) => {
    const own = marks.map((_, index) => index).filter((index) => above[index] === side);
    const set = spread(
      own.map((index) => ({ x: places[index] ?? 0, width: widthOf(marks[index]?.shown ?? '', paper.size) })),
    );
    return own.map((index, place) => [index, set[place] ?? 0] as const);
  });
  const middleOf = new Map(middles);
  return [
    text(item, 0, y + 5, 'item'),
    places.length > 1 ? line(Math.min(...places), y, Math.max(...places), y, 'span') : '',
    ...marks.map((mark, index) =>
      svg(
        'a',
        { href: mark.href, 'aria-label': mark.label },
        drawHit(places[index] ?? 0, y, above[index] ?? true),
        drawShape(mark.look, places[index] ?? 0, y),
        text(
          mark.shown,
          middleOf.get(index) ?? 0,
          above[index] ? y - 10 : y + paper.size + 7,
          `number ${mark.look}`,
          'middle',
        ),
      ),
    ),
  ].join('');
}

/** The mark and its number: where marks lie close, each is reached on its own side of the line. */
function drawHit(x: number, y: number, isAbove: boolean): string {
  return svg('rect', { x: x - 12, y: isAbove ? y - 23 : y, width: 24, height: 24, class: 'hit' });
}

/** What the texts state is full; what the edition supplies is empty and larger, so that both are seen in one place. */
export function drawShape(look: Look, x: number, y: number): string {
  if (look === 'text') return svg('circle', { cx: x, cy: y, r: 4.5, class: `shape ${look}` });
  const r = look === 'supplied' ? 7 : 5;
  return look === 'supplied'
    ? svg('path', {
        d: `M${at(x)} ${at(y - r)}L${at(x + r)} ${at(y)}L${at(x)} ${at(y + r)}L${at(x - r)} ${at(y)}Z`,
        class: `shape ${look}`,
      })
    : svg('rect', { x: x - r, y: y - r, width: r * 2, height: r * 2, class: `shape ${look}` });
}

function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}
