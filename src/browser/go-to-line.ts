/** A query that is a citation, answered above the results of a search. Loaded when one looks like it. */
import { parseCitation } from '../search/go-to/citation-text.ts';
import { answerTo, linksOf } from './go-to.ts';
import { element } from './element.ts';

/**
 * Undefined when the query asks for words, not for a place. What is a citation and nothing else has
 * itself in `data-go-for`.
 */
export async function goToLine(query: string): Promise<HTMLElement | undefined> {
  const { address, locator, name } = parseCitation(query);
  if (address === undefined && !locator && !name.some((word) => /\p{L}/u.test(word))) return undefined;
  const answer = await answerTo(query);
  const isAsked =
    address !== undefined || (locator !== undefined && (name.length > 0 || /[¶§#]/.test(query)));
  if (answer.kind !== 'place' && !isAsked) return undefined;
  const links = linksOf(answer).flatMap((link, index) => (index === 0 ? [link] : [', ', link]));
  const line = element('p', 'search-go', answer.kind === 'place' ? 'Go to ' : `${answer.message} `, ...links);
  if (answer.kind === 'place' && isAsked) line.dataset['goFor'] = query;
  return line;
}
