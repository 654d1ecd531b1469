/** Why a file cannot be imported: where, what is wrong, what to do. */
export class ImportError extends Error {
  constructor(file: string, line: number | undefined, fact: string, action: string) {
    super(`${file}${line === undefined ? '' : `:${String(line)}`}\n  ${fact}\n  ${action}`);
    this.name = 'ImportError';
  }
}

/** Bytes as text; throws where they are not UTF-8 or hold what no edition can. */
export function readText(bytes: Uint8Array, file: string): string {
  const [a, b] = bytes;
  const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ImportError(
      file,
      isUtf16 ? 1 : firstBadLine(bytes),
      `This is not UTF-8${isUtf16 ? ', but UTF-16' : ''}.`,
      'Convert it, e.g. `iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt` with its own encoding, and read the result.',
    );
  }
  const control = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/.exec(text);
  if (control) {
    const line = text.slice(0, control.index).split('\n').length;
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw new ImportError(
      file,
      line,
      `The line holds the character U+${code}, which no web page can hold.`,
      'Remove it from a copy of the file, or convert the file to text again.',
    );
  }
  if (text.includes('\r') && !text.includes('\n'))
    throw new ImportError(
      file,
      1,
      'Its lines end in carriage returns alone.',
      "Convert them: `tr '\\r' '\\n' < old.txt > new.txt`.",
    );
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new ImportError(
      file,
      undefined,
      'There are no words in this file.',
      'A PDF of page images has no text layer; it must be read by OCR first.',
    );
  return text;
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let from = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 10) continue;
    try {
      decoder.decode(bytes.subarray(from, i));
    } catch {
      return line;
    }
    from = i + 1;
    line += 1;
  }
  return 1;
}
