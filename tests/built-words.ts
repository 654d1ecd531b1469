/**
 * Every word that the files of a built site hold, whatever they are written in: pages and data with their
 * escapes undone, the files of archives and EPUBs, what is compressed, and PDF files.
 */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** One text of a file, in one way to read it. */
export interface BuiltText {
  /** Its path, and that of the file within it. */
  name: string;
  text: string;
}

/** Whether PDF files can be read: `pdftotext` of Poppler is installed. */
export function canReadPdf(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** All texts of a folder, file by file. */
export function* builtTexts(folder: string, withPdf = canReadPdf()): Generator<BuiltText> {
  for (const file of globSync('**/*', { cwd: folder }).sort()) {
    const path = join(folder, file);
    if (!statSync(path).isFile()) continue;
    if (file.endsWith('.pdf') && withPdf) {
      const pdf = (...how: string[]) =>
        execFileSync('pdftotext', [...how, path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
      // Words that a line divides are joined in one of the readings.
      yield { name: `${file} (read)`, text: pdf() };
      yield { name: `${file} (joined)`, text: pdf('-raw').replace(/-\n/g, '') };
    }
    yield* textsIn(file, readFileSync(path));
  }
}

function* textsIn(name: string, bytes: Uint8Array): Generator<BuiltText> {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    for (const [inner, content] of Object.entries(unzipSync(bytes)))
      yield* textsIn(`${name} > ${inner}`, content);
    return;
  }
  if (first === 0x1f && second === 0x8b) {
    yield* textsIn(`${name} (unpacked)`, gunzipSync(bytes));
    return;
  }
  const text = Buffer.from(bytes).toString('utf8');
  yield { name, text };
  const plain = unescaped(text);
  if (plain !== text) yield { name: `${name} (unescaped)`, text: plain };
  // Tags stand between words, and within them.
  if (/<[a-z/]/i.test(plain)) {
    yield { name: `${name} (tags as spaces)`, text: plain.replace(/<[^>]*>/g, ' ') };
    yield { name: `${name} (without tags)`, text: plain.replace(/<[^>]*>/g, '') };
  }
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** What JSON, JavaScript, HTML, XML, Markdown and addresses write in another way. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
      hex === undefined && decimal === undefined
        ? (NAMED[name ?? ''] ?? whole)
        : String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)),
    )
    .replace(/(?:%[0-9a-f]{2})+/gi, (codes) =>
      Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'),
    );
}

/** Words folded: letters and digits alone, small, without accents, and without the signs that join or divide. */
export function wordsIn(text: string): string[] {
  return (
    text
      .replace(/[\u00ad\u2060\u200b]/g, '')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
