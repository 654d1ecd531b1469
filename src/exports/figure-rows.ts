import type { Figure } from '../edition/model.ts';
import { addressOf, anchorPath, claimAnchor } from '../routes.ts';

const columns = [
  'item',
  'label',
  'series',
  'number',
  'low',
  'high',
  'shown',
  'unit',
  'reckoned',
  'from',
  'to',
  'claims',
  'address',
];

/** The numbers of a drawing as rows of a table, the names of the columns first, series by series. */
export function figureRows(
  { series, unit }: Figure,
  site: URL | undefined,
): (string | number | undefined)[][] {
  const rows = series.flatMap(({ name, values }) =>
    values.map(({ item, label, number, low, high, shown, reckoned, from, to, claims }) => {
      const [claim] = claims;
      const address = claim && addressOf(anchorPath(claim.source.id, claim.paragraph.anchor), site);
      const ids = claims.map(({ source, id }) => claimAnchor({ source, id })).join(' ');
      return [item, label, name, number, low, high, shown, unit, reckoned, from, to, ids, address];
    }),
  );
  return [columns, ...rows];
}
