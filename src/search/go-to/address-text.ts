/** Addresses in a text. */

/** An address is looked for in so much of a text, since words may stand before their citation. */
const mostLooked = 100_000;
/** A longer run without spaces is no address. */
const longest = 8000;

/** What may stand between an address and the next word. */
const between = /[\s"<>{}|\\^`]+/;
/** A path of this edition; what stands before it, a host or a folder, does not matter: editions move. */
const ours = /\/(?:sources|notes)\/.*/is;
const others =
  /^[^\w/]{0,4}(?:[a-z]{3,6}:\/\/|www\.|(?:[\w-]{1,60}\.){1,6}[a-z]{2,12}(?::\d{1,5})?\/|\/[a-z])/i;

/**
 * The address in a text that says where to go, as path, query and fragment. Of several of this edition
 * it is the last: the citation follows the words that it is for.
 */
export function addressIn(text: string): { path: string; isOurs: boolean } | undefined {
  const pieces = piecesOf(text.slice(0, mostLooked));
  for (const piece of pieces.reverse()) {
    const [path] = ours.exec(piece) ?? [];
    const read = path === undefined ? undefined : pathOf(path);
    if (read !== undefined) return { path: read, isOurs: true };
  }
  const other = pieces.find((piece) => others.test(piece));
  return other === undefined ? undefined : { path: other, isOurs: false };
}

/** A text without the addresses of other sites. */
export function withoutAddresses(text: string): string {
  return piecesOf(text).some((piece) => others.test(piece))
    ? text
        .split(/(\s+)/)
        .filter((piece) => !others.test(piece))
        .join('')
    : text;
}

function piecesOf(text: string): string[] {
  // BibTeX and JSON set a backslash before some marks.
  const unescaped = text.replace(/\\([#%&_~$/])/g, '$1');
  return unescaped.split(between).filter((piece) => piece.length > 0 && piece.length <= longest);
}

function pathOf(address: string): string | undefined {
  let end = address.length;
  while (end > 0 && '.,;:)]’”\'"»'.includes(address.charAt(end - 1))) end -= 1;
  const trimmed = address.slice(0, end);
  if (!URL.canParse(trimmed, 'http://x.invalid')) return undefined;
  const { pathname, search } = new URL(trimmed, 'http://x.invalid');
  const hash = trimmed.indexOf('#');
  return pathname + search + (hash < 0 ? '' : trimmed.slice(hash));
}
