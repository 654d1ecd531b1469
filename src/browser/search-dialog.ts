/** The dialog of search, on pages that have none of their own; made when it is first opened. */
import boxCss from './search-box.css?inline';
import { SEARCH } from '../routes.ts';
import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import dialogCss from './search-dialog.css?inline';

const label = 'Search the texts and notes';
let made: { dialog: HTMLDialogElement; input: HTMLInputElement } | undefined;

/** Opens the dialog, with what was last searched selected, or with what was `typed` while it was loaded. */
export function openSearchDialog(typed: string): void {
  const { dialog, input } = (made ??= make());
  if (!dialog.open) dialog.showModal();
  input.focus();
  if (typed === '') input.select();
  else {
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function make() {
  adoptStyle(boxCss + dialogCss);
  const input = element('input', '');
  Object.assign(input, {
    type: 'search',
    name: 'q',
    ariaLabel: label,
    placeholder: 'A word, or “an exact phrase”',
    autocomplete: 'off',
    spellcheck: false,
  });
  const submit = element('button', '', 'Search');
  const form = element('form', 'search-box', input, submit);
  Object.assign(form, { action: SEARCH, role: 'search', ariaLabel: label });
  const close = element('button', 'search-close', '×');
  Object.assign(close, { type: 'button', ariaLabel: 'Close search' });
  const view = document.createElement('search-view');
  view.append(form);
  const dialog = element('dialog', 'search-dialog', close, view);
  dialog.ariaLabel = 'Search';
  dialog.addEventListener('click', ({ target }) => {
    // A click on the dialog itself is one on its backdrop; a link may lead to this very page.
    if (target === dialog || (target as Element).closest('a, .search-close')) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // A search field takes the first Escape to empty itself.
    event.preventDefault();
    dialog.close();
  });
  document.body.append(dialog);
  return { dialog, input };
}
