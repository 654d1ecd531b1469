/** What a reader reports. */
export interface Report {
  /** The address of the place. */
  address: string;
  release: string;
  words: string;
}

/** Longer words are cut: some programs for mail refuse long addresses. */
const maximumWords = 600;

/**
 * The address to open, with all that the report needs filled in.
 * @param target a mail address, or the address of a form with `{address}`, `{release}` and `{words}`
 * (RFC 6570, level 1).
 */
export function reportAddress(target: string, { address, release, words }: Report): string {
  const shown =
    words.length > maximumWords ? `${words.slice(0, maximumWords).replace(/\s+\S*$/, '')} …` : words;
  const values: Record<string, string> = { address, release, words: shown };
  if (/^https?:/.test(target))
    return target.replace(/\{(address|release|words)\}/g, (_, name: string) =>
      encodeURIComponent(values[name] ?? ''),
    );
  const body = [`Place: ${address}`, `Release: ${release}`, shown && `Words: ${shown}`, 'What is wrong: ']
    .filter(Boolean)
    .join('\r\n\r\n');
  const asked = new URLSearchParams({ subject: `Error in ${address}`, body });
  // Programs for mail do not read a plus sign as a space.
  return `mailto:${target}?${asked.toString().replaceAll('+', '%20')}`;
}
