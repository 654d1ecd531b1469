/**
 * `<quotation-check>`: around a form with a text area; says where in the edition the words
 * stand, whose they are and how they differ. Nothing that is typed leaves the browser.
 */
import { checkQuotation } from '../search/quotation/check-quotation.ts';
import type { Finding } from '../search/quotation/finding.ts';
import { parseQuotation, type Quotation } from '../search/quotation/quotation.ts';
import { queriesFor } from '../search/quotation/quotation-queries.ts';
import type { SourceWords } from '../search/source-words.ts';
import { element } from './element.ts';
import { likelySources } from './likely-sources.ts';
import { failed, notJudged, outcome } from './quotation-messages.ts';
import { quotationResult } from './quotation-result.ts';
import { liveSources, readSource } from './read-sources.ts';
import { openIndex } from './search-index.ts';

/** So many of the likeliest sources are read in one round. */
const mostSources = 4;
/** Passages that are shown; a reader who needs more wants the search. */
const mostShown = 10;

export class QuotationCheck extends HTMLElement {
  readonly #status = element('p', 'search-status');
  readonly #list = element('ol', 'search-results');
  #run = 0;

  connectedCallback() {
    this.#status.role = 'status';
    this.#list.role = 'list';
    this.append(this.#status, this.#list);
    this.addEventListener('submit', this.#submitted);
  }

  disconnectedCallback() {
    this.removeEventListener('submit', this.#submitted);
  }

  readonly #submitted = (event: SubmitEvent) => {
    event.preventDefault();
    void this.#check(this.querySelector<HTMLTextAreaElement>('textarea')?.value ?? '');
  };

  async #check(input: string) {
    const run = ++this.#run;
    this.dataset['findState'] = 'checking';
    this.#list.replaceChildren();
    this.#status.textContent = 'Checking …';
    try {
      // What is said so far is drawn before the work begins.
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
      const quotation = parseQuotation(input);
      const { findings, sources } = await look(quotation);
      const shown = await Promise.all(
        findings.slice(0, mostShown).map((finding) => {
          const source = sources.get(finding.sourceId);
          if (!source) throw new Error(`${finding.sourceId} was not read`);
          return quotationResult(finding, source, input);
        }),
      );
      if (run !== this.#run) return;
      this.#list.replaceChildren(...shown);
      const more = findings.length > mostShown ? ` The first ${String(mostShown)} are shown.` : '';
      const isFound = findings[0]?.coverage === 'found';
      const limits = isFound ? '' : notJudged((await liveSources()).withheld);
      this.#status.textContent = outcome(quotation, findings) + limits + more;
    } catch {
      if (run !== this.#run) return;
      this.#status.textContent = failed;
    }
    this.dataset['findState'] = 'done';
  }
}

/** Reads sources, the likeliest first, until the quotation is found or nothing more is likely. */
async function look(
  quotation: Quotation,
): Promise<{ findings: Finding[]; sources: ReadonlyMap<string, SourceWords> }> {
  const sources = new Map<string, SourceWords>();
  if (quotation.words.length === 0) return { findings: [], sources };
  const read = (ids: readonly string[]) =>
    Promise.all(
      ids.map(async (id) => {
        sources.set(id, await readSource(id));
      }),
    );
  const { ids, areFew } = await liveSources();
  if (areFew) {
    await read(ids);
    return { findings: checkQuotation(quotation, [...sources.values()]), sources };
  }
  let findings: Finding[] = [];
  for (const questions of queriesFor(quotation)) {
    const likely = await likelySources(await openIndex(), questions);
    const unread = likely.filter((id) => !sources.has(id)).slice(0, mostSources);
    if (unread.length === 0) continue;
    await read(unread);
    findings = checkQuotation(quotation, [...sources.values()]);
    if (findings[0]?.isFound) break;
  }
  return { findings, sources };
}
