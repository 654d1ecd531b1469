import { parseMarkdown, type Block, type Heading } from './markdown.ts';

/** The next name for a paragraph that follows `previous`: `p13` at the end, else `p12a`, `p12b`. */
function nextAnchor(
  letter: 'p' | 's',
  previous: string | undefined,
  isLast: boolean,
  taken: ReadonlySet<string>,
): string {
  if (isLast) {
    const numbers = [...taken]
      .filter((anchor) => anchor.startsWith(letter))
      .map((anchor) => Number(/\d+/.exec(anchor)?.[0] ?? 0));
    return `${letter}${String(Math.max(0, ...numbers) + 1)}`;
  }
  const base = /^[ps]\d+/.exec(previous ?? '')?.[0] ?? `${letter}0`;
  let suffix = 'a';
  while (taken.has(base + suffix))
    suffix = suffix.endsWith('z')
      ? `${suffix}a`
      : suffix.slice(0, -1) + String.fromCharCode(suffix.charCodeAt(suffix.length - 1) + 1);
  return base + suffix;
}

/**
 * Writes an anchor after every paragraph and heading of a text that has none. `p1` … `pN` in order
 * where nothing follows that has one; between two that have, the earlier one's number and a letter.
 * `retired` are names that were used before and may not be used again.
 */
export function assignAnchors(
  text: string,
  file: string,
  retired: Iterable<string> = [],
): { value: string; added: string[] } {
  const { body } = parseMarkdown(text, file).value;
  const lines = text.split('\n');
  const taken = new Set(retired);
  for (const part of body) if (part.anchor !== undefined) taken.add(part.anchor);

  const added: string[] = [];
  body.forEach((part, index) => {
    if (part.anchor !== undefined) return;
    const letter = part.type === 'heading' ? 's' : 'p';
    const same = (other: Heading | Block) => other.type === part.type;
    const previous = body.slice(0, index).findLast(same)?.anchor;
    const isLast = !body.slice(index + 1).some((other) => same(other) && other.anchor !== undefined);
    const anchor = nextAnchor(letter, previous, isLast, taken);
    taken.add(anchor);
    part.anchor = anchor;
    added.push(anchor);
    const line = (part.type === 'heading' ? part.place.line : part.lastLine) ?? 1;
    lines[line - 1] = `${(lines[line - 1] ?? '').replace(/[ \t\r]+$/, '')} ^${anchor}`;
  });
  return { value: lines.join('\n'), added };
}
