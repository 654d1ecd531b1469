import type { Setting } from './typeset.ts';

const n = String;
const raised = (k: number) => n(k).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
const starred = (k: number) => ['*', '†', '‡', '§'][(k - 1) % 4] ?? '*';

/** How the texts are set anew: name → setting. */
export const settings: Record<string, Setting> = {
  'blank lines, [1]': {},
  narrow: { width: 40 },
  wide: { width: 100 },
  indented: { paragraphs: 'indent' },
  'indented, narrow': { paragraphs: 'indent', width: 45 },
  tabs: { paragraphs: 'tab' },
  'two spaces': { paragraphs: 'two-spaces' },
  'a line each': { paragraphs: 'one-line' },
  'a line each, (1)': { paragraphs: 'one-line', call: (k) => ` (${n(k)})`, number: (k) => `(${n(k)})` },
  'a line each, raised': { paragraphs: 'one-line', call: raised, number: (k) => `${n(k)}.` },
  'a line each, plain': { paragraphs: 'one-line', call: n, number: n },
  raised: { call: raised, number: (k) => `${raised(k)}` },
  'plain numbers': { call: n, number: (k) => `${n(k)}.` },
  'round brackets': { call: (k) => ` (${n(k)})`, number: (k) => `(${n(k)})` },
  hyphens: { hyphens: true },
  'hyphens, indented, narrow': { hyphens: true, paragraphs: 'indent', width: 42 },
  'form feeds': { page: 40 },
  'pages, numbers': { page: 40, pageNumbers: true },
  'pages, heads': { page: 40, head: 'THE NORTH AMERICAN REVIEW', pageNumbers: true },
  'pages, foot notes': { page: 40, notes: 'foot', pageNumbers: true },
  'pages, foot notes, raised': { page: 40, notes: 'foot', call: raised, number: raised, head: 'A Review' },
  'pages, foot notes, plain': { page: 40, notes: 'foot', call: n, number: n },
  'pages, stars': { page: 40, notes: 'foot', call: starred, number: starred },
  'pages, stars, indented': { page: 35, notes: 'foot', call: starred, number: starred, paragraphs: 'indent' },
  'pages, hyphens, indented': {
    page: 35,
    notes: 'foot',
    paragraphs: 'indent',
    hyphens: true,
    pageNumbers: true,
  },
  'pages, no breaks': { page: 40, pageBreak: 'none', pageNumbers: true, head: 'A REVIEW' },
  columns: { page: 45, columns: true, width: 44 },
  'columns, indented, hyphens': { page: 45, columns: true, width: 40, paragraphs: 'indent', hyphens: true },
  'columns, foot notes': { page: 45, columns: true, width: 44, notes: 'foot', pageNumbers: true },
  'no notes': { notes: 'none' },
};
