/**
 * The menu of a paragraph, of a range of paragraphs, of a note or of a whole source, opened beside
 * what was chosen. Loaded when a reader asks for it.
 */
import type { SourceCitations } from '../edition/citation.ts';
import { HAND_NAMES } from '../edition/labels.ts';
import { recordOf } from '../edition/quoting.ts';
import { citationsPath } from '../routes.ts';
import { adoptStyle } from './adopt-style.ts';
import { cite, citableOf, citableParagraphs, nameOf, type Citable } from './citable.ts';
import { button, citePanel } from './cite-panel.ts';
import css from './cite.css?inline';
import { element } from './element.ts';
import { loadJson } from './load-json.ts';
import { SidePopover } from './side-popover.ts';

export interface Opening {
  /** What came of copying the address, where that was tried. */
  copied?: Promise<void> | undefined;
  /** The id of the paragraph that was chosen before. */
  earlier?: string | undefined;
  /** Whether the range from the earlier paragraph to this one is meant. */
  isRange?: boolean;
}

class CiteMenu extends SidePopover {
  readonly #status = element('output', 'cite-status');

  /** @param at where on the screen the menu belongs. */
  show(of: SourceCitations, citable: Citable, at: DOMRect, earlier?: string) {
    const cited = cite(of, citable);
    if (!cited) throw new Error(`${citable.address} is not among the citations`);
    const name = nameOf(cited);
    this.ariaLabel = `Cite ${name}`;
    this.#status.value = '';
    const close = button('×', this.close);
    close.className = 'cite-close';
    close.ariaLabel = 'Close';
    const record = recordOf(cited);
    const hand = element('span', 'cite-hand', citable.place === undefined ? '' : record.hand);
    hand.dataset['hand'] = Object.entries(HAND_NAMES).find(([, one]) => one === record.hand)?.[0] ?? '';
    const head = element('p', 'cite-head', element('b', '', name), ' ', hand);
    const link = button('Copy link', () => {
      this.copying(navigator.clipboard?.writeText(citable.address), 'Link copied', citable.address);
    });
    const row = element('p', 'cite-buttons', link);
    this.replaceChildren(close, head, this.#status, row);
    if (citable.stretch) head.after(element('p', 'cite-words', citable.words));
    if (!citable.stretch && citable.place && 'from' in citable.place)
      row.append(...this.#range(of, citable.sourceId, citable.place, at, earlier));
    this.append(
      citePanel(cited, {
        file: [citable.sourceId, record.note ?? record.place, citable.stretch && 'words']
          .filter(Boolean)
          .join('-'),
        report: of.report,
        say: this.say,
      }),
    );
    this.openBeside(at);
  }

  /** Says what came of copying. */
  copying(copied: Promise<void> | undefined, done: string, address: string) {
    (copied ?? Promise.reject(new Error('No clipboard'))).then(
      () => {
        this.say(done);
      },
      () => {
        this.say(`Copying was not allowed. The address is ${address}`);
      },
    );
  }

  readonly say = (message: string) => {
    this.#status.value = message;
  };

  /** The choice of a last paragraph, and of the way from the one chosen before. */
  #range(
    of: SourceCitations,
    sourceId: string,
    { from, to }: { from: string; to: string },
    at: DOMRect,
    earlier: string | undefined,
  ): HTMLElement[] {
    const choose = (one: string, other: string) => {
      const citable = citableParagraphs(sourceId, one, other);
      if (!citable) return;
      location.hash = new URL(citable.address).hash;
      this.show(of, citable, at);
    };
    const last = element('select', 'cite-to');
    last.append(...of.numbers.slice(of.numbers.indexOf(from)).map((number) => new Option(number, number)));
    last.value = to;
    last.addEventListener('change', () => {
      choose(from, last.value);
      this.querySelector<HTMLElement>('.cite-to')?.focus();
    });
    const label = element('label', '', element('span', 'cite-caption', `From ¶ ${from} to ¶ `), last);
    const before = earlier?.slice(1);
    if (before === undefined || before === from || !of.numbers.includes(before)) return [label];
    const toHere = button(`From ¶ ${before} to here`, () => {
      choose(before, from);
      this.focus();
    });
    return [label, toHere];
  }
}

adoptStyle(css);
customElements.define('cite-menu', CiteMenu);
const menu = document.createElement('cite-menu') as CiteMenu;
document.body.append(menu);

/** Only what was asked for last is shown, and nothing over a dialog that was opened since. */
let asked = 0;

async function citationsFor(citable: Citable): Promise<SourceCitations | undefined> {
  const turn = ++asked;
  const of = await loadJson<SourceCitations>(citationsPath(citable.sourceId));
  return turn === asked && !document.querySelector('dialog[open]') ? of : undefined;
}

/**
 * Opens the menu of what a link stands for.
 * @throws when the citations cannot be loaded or lack it.
 */
export async function open(link: HTMLAnchorElement, { copied, earlier, isRange }: Opening) {
  const single = citableOf(link);
  const range =
    isRange && earlier !== undefined && single?.place && 'from' in single.place
      ? citableParagraphs(single.sourceId, earlier.slice(1), single.place.from)
      : undefined;
  const citable = range ?? single;
  const of = citable && (await citationsFor(citable));
  if (!of) return;
  if (range) location.hash = new URL(range.address).hash;
  const at = link.getBoundingClientRect();
  // Where the focus returns to when the menu closes: the link, or the call of the note it stands in.
  link.focus({ preventScroll: true });
  link.closest<SidePopover>('.side-popover')?.close();
  menu.show(of, citable, at, earlier);
  menu.focus();
  if (copied) menu.copying(copied, `Address of ¶ ${link.textContent} copied`, citable.address);
}

/**
 * Opens the menu of words that a reader selected in a paragraph.
 * @throws when the citations cannot be loaded.
 */
export async function openOfWords(citable: Citable, at: DOMRect, paragraph: HTMLElement) {
  const of = await citationsFor(citable);
  if (!of) return;
  paragraph.tabIndex = -1;
  paragraph.focus({ preventScroll: true });
  menu.show(of, citable, at);
  menu.focus();
}
