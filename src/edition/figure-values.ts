import type { Amount } from '../schemas/claim.ts';
import type { Claim, FigureValue } from './model.ts';

/** Why a value does not follow from its claims, in a sentence; undefined where it does. */
export function valueFault(
  { number, low, high, reckoned }: Omit<FigureValue, 'claims'>,
  claims: readonly Claim[],
): string | undefined {
  const stated = [number, low, high];
  if (reckoned === undefined) {
    if (claims.length > 1) return 'This value names several claims and does not say how it was reckoned.';
    const [claim] = claims;
    if (!claim || [claim.number, claim.low, claim.high].every((one, index) => one === stated[index]))
      return undefined;
    return `The claim \`${claim.id}\` says ${inWords(claim)}, not ${inWords({ number, low, high })}.`;
  }
  const terms = reckoned.split(' ').filter((_, index) => index % 2 === 0);
  const missing = claims.find((claim) => !numbersOf(claim).some((one) => terms.map(Number).includes(one)));
  if (missing)
    return `\`${reckoned}\` has no number of the claim \`${missing.id}\`, which says ${inWords(missing)}.`;
  const result = reckon(reckoned);
  const value = number ?? low ?? high ?? NaN;
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return Number(result.toFixed(decimals)) === value
    ? undefined
    : `\`${reckoned}\` is ${String(Number(result.toPrecision(6)))}, not ${String(value)}.`;
}

/** Works out `317 / 55000 * 100`, from left to right. */
export function reckon(terms: string): number {
  const [first = '', ...rest] = terms.split(' ');
  let result = Number(first);
  for (let index = 0; index < rest.length; index += 2) {
    const by = Number(rest[index + 1]);
    if (rest[index] === '+') result += by;
    else if (rest[index] === '-') result -= by;
    else if (rest[index] === '*') result *= by;
    else result /= by;
  }
  return result;
}

const SIGNS: Record<string, string> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

/** A reckoning as readers write it: `(75 − 64.3) ÷ 75 × 100`, with brackets where the order needs them. */
export function writeReckoning(terms: string): string {
  const [first = '', ...rest] = terms.split(' ');
  let written = first;
  let isSum = false;
  for (let index = 0; index < rest.length; index += 2) {
    const sign = rest[index] ?? '';
    const isProduct = sign === '*' || sign === '/';
    if (isSum && isProduct) written = `(${written})`;
    isSum = !isProduct;
    written += ` ${SIGNS[sign] ?? sign} ${rest[index + 1] ?? ''}`;
  }
  return written;
}

function numbersOf({ number, low, high }: Amount): number[] {
  return [number, low, high].filter((one) => one !== undefined);
}

function inWords({ number, low, high }: Amount): string {
  if (number !== undefined) return String(number);
  if (low !== undefined && high !== undefined) return `${String(low)} to ${String(high)}`;
  if (low !== undefined) return `${String(low)} or more`;
  return high === undefined ? 'no number' : `${String(high)} or less`;
}
