/**
 * The search within a text as the address keeps it: `?q=kulak&within=2#p12` is the second place in
 * paragraph 12, or the first one after it if it has none. `exact=1` as in the address of a search.
 */
export interface WithinState {
  q: string;
  isExact: boolean;
  /** Which of the places of what the address names, from 1. */
  number: number;
}

const names = ['q', 'exact', 'within'];

export function readWithin(): WithinState {
  const parameters = new URLSearchParams(location.search);
  return {
    q: parameters.get('q') ?? '',
    isExact: parameters.get('exact') === '1',
    number: Math.max(1, Number.parseInt(parameters.get('within') ?? '', 10) || 1),
  };
}

/** What the address names: a paragraph or note, the first of a range, a heading. */
export function targetOfAddress(): Element | null {
  const id = location.hash.slice(1).replace(/:~:.*$/, '');
  return document.getElementById(id) ?? document.getElementById(id.replace(/-.*$/, ''));
}

/** Keeps a state in the address, in the place of the one before it. */
export function writeWithin({ q, isExact, number }: WithinState, hash: string): void {
  const parameters = without();
  if (q !== '') parameters.append('q', q);
  if (q !== '' && isExact) parameters.append('exact', '1');
  if (q !== '') parameters.append('within', String(number));
  replace(parameters, hash);
}

/** Takes the search out of the address. */
export function clearWithin(hash: string): void {
  replace(without(), hash);
}

function without(): URLSearchParams {
  const parameters = new URLSearchParams(location.search);
  for (const name of names) parameters.delete(name);
  return parameters;
}

function replace(parameters: URLSearchParams, hash: string) {
  const search = parameters.toString();
  const address = location.pathname + (search === '' ? '' : `?${search}`) + hash;
  if (address === location.pathname + location.search + location.hash) return;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Browsers refuse too many changes in a short time; the next one will set the address right.
  }
}
