import { figureSchema, type FigureRecord } from '../schemas/figure.ts';
import { valueFault } from './figure-values.ts';
import type { Claim, Figure, FigureSeries, FigureValue, Place, SeriesRecord, Source } from './model.ts';
import { passageFinder, type PassageFinder } from './passages.ts';
import type { Problem, Result } from './problem.ts';
import type { RawRecord } from './raw.ts';
import { idFaults, referenceFaults } from './shared-checks.ts';
import { readYaml } from './yaml.ts';

interface Context {
  /** The claims of each source by id. */
  claims: ReadonlyMap<Source, ReadonlyMap<string, Claim>>;
  works: ReadonlyMap<string, unknown>;
  passages: PassageFinder;
  problems: Problem[];
}

type Placing = (path: PropertyKey[]) => Place;

/** Reads the drawings and holds every value against the claims that it is said to be. */
export function assembleFigures(
  records: readonly RawRecord[],
  claims: readonly Claim[],
  sources: readonly Source[],
  works: ReadonlyMap<string, unknown>,
): Result<Figure[]> {
  const bySource = Map.groupBy(claims, ({ source }) => source);
  const context: Context = {
    claims: new Map([...bySource].map(([source, those]) => [source, byId(those)])),
    works,
    passages: passageFinder(sources),
    problems: [],
  };
  const figures = records
    .filter(({ folder }) => folder === 'figures')
    .flatMap((record) => readFigure(record, context));
  const order = new Map(sources.map((source, place) => [source, place]));
  const firsts = new Map(
    figures.map((figure) => {
      const [one] = figure.see;
      const place = one && (order.get(one.source) ?? 0) * 1e6 + one.source.paragraphs.indexOf(one.paragraph);
      return [figure, place ?? Number.MAX_VALUE];
    }),
  );
  const first = (figure: Figure) => firsts.get(figure) ?? 0;
  figures.sort((a, b) => first(a) - first(b) || a.id.localeCompare(b.id, 'en'));
  return { value: figures, problems: context.problems };
}

/** Of claims with one id, which is a fault, the first. */
function byId(claims: readonly Claim[]): Map<string, Claim> {
  return new Map(claims.toReversed().map((claim) => [claim.id, claim]));
}

function readFigure({ id, file: { file, text, fault } }: RawRecord, context: Context): Figure[] {
  const { problems, passages } = context;
  if (fault) {
    problems.push(fault);
    return [];
  }
  const { value, problems: found, place } = readYaml(text, file, figureSchema);
  problems.push(...found);
  problems.push(...idFaults(id, file, 'figure-id'));
  if (!value) return [];
  checkItems(value, place, problems);
  const { see, series, ...rest } = value;
  return [
    {
      ...rest,
      id,
      series: series.map((one, index) =>
        readSeries(one, (path) => place(['series', index, ...path]), context),
      ),
      see: see.flatMap((at, index) => {
        const passage = passages.find(at, place(['see', index]), problems);
        const paragraph = passage?.paragraphs[0];
        return passage && paragraph ? [{ source: passage.source, paragraph }] : [];
      }),
      place: { file },
    },
  ];
}

/** Every value is of an item that the drawing has; for `steps`, over amounts. */
function checkItems({ items, kind, series }: FigureRecord, place: Placing, problems: Problem[]): void {
  series.forEach(({ values }, index) => {
    values.forEach(({ item, from }, number) => {
      const path = ['series', index, 'values', number];
      if (!items.includes(item)) {
        problems.push({
          code: 'figure-item-unknown',
          place: place([...path, 'item']),
          fact: `\`${item}\` is not among the items of this figure.`,
          action: 'Write it as it stands under `items`, or add it there.',
        });
      }
      if (kind === 'steps' && from === undefined) {
        problems.push({
          code: 'figure-value',
          place: place(path),
          fact: 'A step needs the amount that it begins at.',
          action: 'Add `from`, and `to` where it ends.',
        });
      }
    });
  });
}

function readSeries({ source: id, ...record }: SeriesRecord, place: Placing, context: Context): FigureSeries {
  const { passages, works, problems } = context;
  const source = id === undefined ? undefined : passages.source(id);
  if (id !== undefined && !source) {
    problems.push({
      code: 'passage-unknown',
      place: place(['source']),
      fact: `There is no source \`${id}\`.`,
      action: 'Name a folder of `content/sources/`.',
    });
  }
  problems.push(...referenceFaults(record.references, works, (index) => place(['references', index])));
  const values = record.values.map(({ claims: ids, ...value }, index): FigureValue => {
    const path = ['values', index];
    const claims = ids.flatMap((one, number) =>
      findClaim(one, source, place([...path, 'claims', number]), context),
    );
    // What rests on no claim of its source would be nobody's figure.
    const fault =
      source && ids.length === 0
        ? 'This value of a source names no claim.'
        : claims.length === ids.length
          ? valueFault(value, claims)
          : undefined;
    if (fault !== undefined) {
      problems.push({
        code: 'figure-value',
        place: place(path),
        fact: fault,
        action: 'Copy the number of the claim, or say with `reckoned` how the value follows from it.',
      });
    }
    return { ...value, claims };
  });
  return { ...record, source, values };
}

function findClaim(id: string, source: Source | undefined, place: Place, context: Context): Claim[] {
  const found = source && context.claims.get(source)?.get(id);
  if (found) return [found];
  context.problems.push({
    code: 'figure-claim-unknown',
    place,
    fact: source
      ? `${source.id} has no claim \`${id}\`.`
      : `\`${id}\` is claimed by no source: the series names none.`,
    action: 'Name a claim of `content/claims/`, by the source that the series names.',
  });
  return [];
}
