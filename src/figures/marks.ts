/** What a drawing draws: its values as marks, each with its words and its link. */
import type { Figure, FigureSeries, FigureValue } from '../edition/model.ts';
import type { Amount } from '../schemas/claim.ts';
import { anchorPath, seriesAnchor } from '../routes.ts';

/**
 * How marks of a series look: the text's own figures in ink and full, those supplied by the edition in
 * another colour and another pattern or shape.
 */
export type Look = 'text' | 'supplied' | 'supplied-2';

export interface Mark {
  value: FigureValue;
  /** Place of its series in the figure, from 0. */
  seriesIndex: number;
  series: FigureSeries;
  look: Look;
  /** The number as readers see it. */
  shown: string;
  /** Its paragraph, or the account of its series on the page. */
  href: string;
  /** All that it says: `Coal: 28 per cent short of the target. James 1937, ¶ 10`. */
  label: string;
}

/** Every value of a figure, series by series. */
export function marksOf(figure: Figure): Mark[] {
  return figure.series.flatMap((series, seriesIndex) =>
    series.values.map((value) => {
      const [claim] = value.claims;
      const shown = shownAmount(value);
      const name = [value.item, value.label].filter(Boolean).join(', ');
      const whose = claim ? `${claim.source.header.short}, ¶ ${claim.paragraph.number}` : series.name;
      return {
        value,
        seriesIndex,
        series,
        look: lookOf(figure, seriesIndex),
        shown,
        href: claim ? anchorPath(claim.source.id, claim.paragraph.anchor) : `#${seriesAnchor(seriesIndex)}`,
        label: `${name}: ${shown} ${figure.unit}. ${whose}`,
      };
    }),
  );
}

export function lookOf({ series }: Figure, index: number): Look {
  if (series[index]?.source) return 'text';
  return series.slice(0, index).some(({ source }) => !source) ? 'supplied-2' : 'supplied';
}

/** `28`, `8 to 10`, `1,290`; what the figure says in words goes before. */
function shownAmount(value: Amount & { shown?: string | undefined }): string {
  const { number, low, high, shown } = value;
  if (shown !== undefined) return shown;
  if (number !== undefined) return grouped(number);
  if (low !== undefined && high !== undefined) return `${grouped(low)} to ${grouped(high)}`;
  return low === undefined ? `less than ${grouped(high ?? 0)}` : `more than ${grouped(low)}`;
}

/** The amount to which a mark reaches. */
export function reachOf({ number, low, high }: Amount): number {
  return number ?? high ?? low ?? 0;
}

/** With a comma between thousands: 1,290. */
function grouped(number: number): string {
  return number.toLocaleString('en-GB', { maximumFractionDigits: 3 });
}
