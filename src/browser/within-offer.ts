/** The offer to go through all places of a query in the text of this page. */
import { expand } from '../search/expand.ts';
import type { Query } from '../search/query.ts';
import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import { loadNames } from './load-names.ts';
import { failed } from './search-messages.ts';
import { pageParts, placesIn } from './within-parts.ts';

adoptStyle(`
  .within-offer { padding: 0.15rem 0; font: inherit; color: var(--accent); background: none; border: 0; text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; cursor: pointer; }
  .within-line { margin: 0.1rem 0 0.4rem; font-size: 1rem; font-style: italic; text-align: right; }
  @media print { .within-line { display: none; } }
`);

/**
 * A button with the number of places; undefined where there are fewer than `least`.
 * @param least offers fewer places not at all.
 * @param from where to begin; where the reader is, if undefined.
 * @param chosen called before the search begins.
 */
export async function withinOffer(
  asked: Query,
  { least = 1, from, chosen }: { least?: number; from?: Element | undefined; chosen?: () => void },
): Promise<HTMLButtonElement | undefined> {
  const { query } = expand(asked, await loadNames().catch(() => new Map<string, never>()));
  const { length } = asked.all.length > 0 ? placesIn(pageParts(), query) : [];
  if (length < least) return undefined;
  const button = element(
    'button',
    'within-offer',
    `In this text: ${String(length)} place${length === 1 ? '' : 's'}`,
  );
  button.type = 'button';
  button.addEventListener('click', () => {
    import('./within-text.ts')
      .then(({ begin }) => {
        chosen?.();
        begin(asked, from);
      })
      .catch(() => {
        button.replaceChildren(failed);
      });
  });
  return button;
}

/** Where a search has led: after the paragraph or note that its words are in. */
export async function offerAt(query: Query, target: Element): Promise<void> {
  const line = element('div', 'within-line');
  line.dataset['apparatus'] = '';
  const button = await withinOffer(query, { least: 2, from: target });
  if (!button || document.querySelector('within-bar')) return;
  line.append(button);
  target.after(line);
}
