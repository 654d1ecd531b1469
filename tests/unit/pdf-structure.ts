import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An element of the structure of a tagged PDF, with its elements and words in their order. */
export interface Element {
  type: string;
  inner: (Element | string)[];
}

/** Whether Poppler is there to read PDF files with. */
export const hasPoppler = spawnSync('pdfinfo', ['-v']).error === undefined;

/** Runs a program of Poppler on a file and gives what it prints. */
export async function poppler(program: string, pdf: Uint8Array, ...options: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    await writeFile(file, pdf);
    // Where its own options end, pdftotext names its output after the file.
    const list = options.at(-1) === '-' ? [...options.slice(0, -1), file, '-'] : [...options, file];
    return (await run(program, list, { encoding: 'utf8', maxBuffer: 1 << 28 })).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The structure of a tagged PDF, as a screen reader has it. */
export async function structureOf(pdf: Uint8Array): Promise<Element> {
  const root: Element = { type: 'root', inner: [] };
  const open = [{ depth: -1, element: root }];
  for (const line of (await poppler('pdfinfo', pdf, '-struct-text')).split('\n')) {
    const depth = /^ */.exec(line)?.[0].length ?? 0;
    const words = /^ *"(.*)"$/s.exec(line)?.[1];
    const type = /^ *([A-Z]\w*)(?: |$)/.exec(line)?.[1];
    // Attributes and references to objects have neither words nor inner elements.
    if (words === undefined && (type === undefined || type === 'Object')) continue;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const parent = open.at(-1)?.element ?? root;
    if (words !== undefined) parent.inner.push(words);
    else {
      const element: Element = { type: type ?? '', inner: [] };
      parent.inner.push(element);
      open.push({ depth, element });
    }
  }
  return root;
}

/** The words of an element without those in elements of some types. */
export function wordsIn({ inner }: Element, without: readonly string[] = []): string {
  return inner
    .map((one) => (typeof one === 'string' ? one : without.includes(one.type) ? '' : wordsIn(one, without)))
    .join('');
}

/** Every element of a type, in order; none within another. */
export function elementsOf(element: Element, type: string): Element[] {
  return element.inner.flatMap((one) =>
    typeof one === 'string' ? [] : one.type === type ? [one] : elementsOf(one, type),
  );
}

/**
 * The words of the column of text of a book, page by page, without the numbers in the margin and the
 * running heads. Poppler’s structure loses what stands after a zero-width space; this does not.
 */
export async function columnOf(pdf: Uint8Array): Promise<string> {
  const pages = Number(/Pages: +(\d+)/.exec(await poppler('pdfinfo', pdf))?.[1]);
  const texts: string[] = [];
  for (let page = 1; page <= pages; page += 1) {
    // In points: the inner margin is 20 mm, the outer 29 mm, the measure 99 mm.
    const left = page % 2 === 1 ? 53 : 79;
    const area = [
      '-x',
      String(left),
      '-y',
      '45',
      '-W',
      '288',
      '-H',
      '520',
      '-f',
      String(page),
      '-l',
      String(page),
    ];
    texts.push(await poppler('pdftotext', pdf, ...area, '-'));
  }
  return texts.join('');
}
