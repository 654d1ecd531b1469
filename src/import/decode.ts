import type { Doubt } from './layout.ts';

/** Why a file cannot be imported: where, what is wrong, what to do. */
export class ImportError extends Error {
  constructor(file: string, line: number | undefined, fact: string, action: string) {
    super(`${file}${line === undefined ? '' : `:${String(line)}`}\n  ${fact}\n  ${action}`);
    this.name = 'ImportError';
  }
}

export interface ReadText {
  text: string;
  /** Whether the bytes are this text in UTF-8, so that they can be the witness themselves. */
  isAsReceived: boolean;
  doubts: Doubt[];
}

/** Characters that no page and no XML can hold, but for the white space that divides lines. */
export const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g;

/**
 * Bytes as text: in UTF-8, in UTF-16, or else in an encoding of one byte, which is guessed and doubted.
 * @param encoding its name (WHATWG), where it is known
 * @throws ImportError where there are no words, or no such encoding
 */
export function readText(bytes: Uint8Array, file: string, encoding?: string): ReadText {
  const known = encoding ?? (isUtf8(bytes) ? 'utf-8' : utf16(bytes));
  const name = known ?? guess(bytes);
  const decoded = decode(bytes, name, file);
  const lines = decoded.includes('\n') ? decoded : decoded.replace(/\r/g, '\n');
  const text = lines.replace(CONTROL, '');
  const doubts: Doubt[] = [];
  const doubt = (at: number, fact: string) => {
    doubts.push({ line: lines.slice(0, at).split('\n').length, kind: 'character', fact });
  };
  if (known === undefined) {
    const at = lines.search(/[^\u0000-\u007f]/);
    const sample = /^.*$/m.exec(lines.slice(Math.max(0, at - 15), at + 20).replace(/\s+/g, ' '))?.[0].trim();
    doubt(
      at,
      `The file is not in UTF-8 and was read as ${name}: “${sample ?? ''}”. If signs are wrong, say \`--encoding NAME\`.`,
    );
  }
  for (const match of lines.matchAll(CONTROL))
    doubt(match.index, `The character U+${codeOf(match[0])}, which no page can hold, was left out.`);
  for (const match of lines.matchAll(/^.*\ufffd.*$/gm))
    doubt(match.index, 'The line has the sign � where a character was lost before the file was received.');
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new ImportError(
      file,
      undefined,
      'There are no words in this file.',
      'A PDF of page images has no text layer; it must be read by OCR first.',
    );
  return { text, isAsReceived: /^utf-?8$/i.test(name) && isUtf8(bytes) && text === decoded, doubts };
}

function decode(bytes: Uint8Array, encoding: string, file: string): string {
  try {
    return new TextDecoder(encoding, { ignoreBOM: /^utf-?8$/i.test(encoding) }).decode(bytes);
  } catch {
    throw new ImportError(
      file,
      undefined,
      `There is no encoding “${encoding}”.`,
      'Name one, such as `utf-8`, `windows-1252`, `windows-1251` or `koi8-r`, or leave `--encoding` out.',
    );
  }
}

function codeOf(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Text in UTF-16 without a mark is UTF-8 too, every second character of it being U+0000.
    return utf16(bytes) === undefined;
  } catch {
    return false;
  }
}

/** UTF-16 by its mark, or by the zeros that texts in Latin letters have in it. */
function utf16(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 4000);
  const zeros = [0, 0];
  start.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const many = start.length / 8;
  if ((zeros[1] ?? 0) > many && (zeros[0] ?? 0) < many / 8) return 'utf-16le';
  return (zeros[0] ?? 0) > many && (zeros[1] ?? 0) < many / 8 ? 'utf-16be' : undefined;
}

/** An encoding of one byte: a Cyrillic one where most letters are no ASCII, chosen by its frequent letters. */
function guess(bytes: Uint8Array): string {
  const high = bytes.filter((byte) => byte >= 0x80).length;
  const letters = bytes.filter((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a).length;
  if (high < letters) return 'windows-1252';
  const frequent = (name: string) =>
    new TextDecoder(name).decode(bytes.subarray(0, 20_000)).match(/[оеаинтсрвл]/g)?.length ?? 0;
  return ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'].reduce((a, b) =>
    frequent(b) > frequent(a) ? b : a,
  );
}
