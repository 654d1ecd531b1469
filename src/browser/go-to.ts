/** `<go-to>`: around a form with a field `to`; goes to the citation that is typed there, or says why not. */
import type { SourceCitations } from '../edition/citation.ts';
import { citationsPath, directoryPath } from '../routes.ts';
import type { Answer } from '../search/go-to/places.ts';
import type { Directory } from '../search/go-to/directory.ts';
import { goTo } from '../search/go-to/go-to.ts';
import { element } from './element.ts';
import { loadJson } from './load-json.ts';

/** @throws when the site cannot be reached. */
export async function answerTo(text: string): Promise<Answer> {
  const directory = await loadJson<Directory>(directoryPath());
  return goTo(text, directory, (id) => loadJson<SourceCitations>(citationsPath(id)));
}

/** The links of an answer. */
export function linksOf(answer: Answer): HTMLAnchorElement[] {
  const places = answer.kind === 'place' ? [answer.place] : answer.places;
  return places.map(({ path, label }) => {
    const link = element('a', '', label);
    link.href = path;
    return link;
  });
}

export class GoTo extends HTMLElement {
  readonly #status = element('p', 'search-status');
  readonly #list = element('ul', 'go-to-places');
  #run = 0;

  connectedCallback() {
    this.#status.role = 'status';
    this.append(this.#status, this.#list);
    this.addEventListener('submit', this.#submitted);
    const asked = new URLSearchParams(location.search).get('to');
    const input = this.querySelector<HTMLInputElement>('[name=to]');
    if (asked === null || !input) return;
    input.value = asked;
    // Who goes back comes to where they were before this page.
    void this.#answer(asked, (path) => {
      location.replace(path);
    });
  }

  disconnectedCallback() {
    this.removeEventListener('submit', this.#submitted);
  }

  readonly #submitted = (event: SubmitEvent) => {
    event.preventDefault();
    void this.#answer(this.querySelector<HTMLInputElement>('[name=to]')?.value ?? '', (path) => {
      location.assign(path);
    });
  };

  async #answer(text: string, go: (path: string) => void) {
    const run = ++this.#run;
    this.dataset['goToState'] = 'looking';
    this.#list.replaceChildren();
    try {
      const answer = await answerTo(text);
      if (run !== this.#run) return;
      this.#status.textContent = answer.kind === 'place' ? `Going to ${answer.place.label}` : answer.message;
      this.#list.replaceChildren(...linksOf(answer).map((link) => element('li', '', link)));
      this.dataset['goToState'] = answer.kind;
      if (answer.kind === 'place') go(answer.place.path);
    } catch {
      if (run !== this.#run) return;
      this.#status.textContent = 'The citations could not be loaded. Check the connection and try again.';
      this.dataset['goToState'] = 'failed';
    }
  }
}
