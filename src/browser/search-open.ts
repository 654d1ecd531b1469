/**
 * Search on every page: the key `/` and every link with `data-open-search` open it. What it needs is loaded
 * when a reader is about to search. Without script, the links lead to the page of search. A checkbox
 * `data-search-key` turns the key off.
 */

/** Readers who speak to their machine must be able to turn the key off, and it stays off. */
const keyName = 'search-key';
const keyBox = 'input[data-search-key]';
const links = '[data-open-search]';
const loadDialog = () => import('./search-dialog.ts');

document.addEventListener('click', (event) => {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const link = (event.target as Element).closest<HTMLAnchorElement>(links);
  if (!isPlain || !link) return;
  event.preventDefault();
  open(link.href);
});

/** What was typed since the key, while the dialog is on its way. */
let typed: string | undefined;

document.addEventListener('keydown', (event) => {
  if (typed !== undefined && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    typed += event.key;
    return;
  }
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isKeyOff()) return;
  const field = (event.target as Element).closest(
    'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]',
  );
  // A field in a dialog that was just closed keeps the focus until the page is drawn again.
  if (field?.checkVisibility()) return;
  event.preventDefault();
  open(document.querySelector<HTMLAnchorElement>(links)?.href ?? '');
});

document.addEventListener('focusin', ({ target }) => {
  if ((target as Element).matches('form[role=search] input')) void import('./search.ts');
});

for (const intent of ['pointerover', 'focusin'])
  document.addEventListener(intent, ({ target }) => {
    if ((target as Element).closest?.(links)) void loadDialog().catch(() => undefined);
  });

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches(keyBox)) return;
  try {
    localStorage.setItem(keyName, target.checked ? 'on' : 'off');
  } catch {
    // Without storage the choice holds nowhere, so the box says what is.
    target.checked = true;
  }
});

const box = document.querySelector<HTMLInputElement>(keyBox);
if (box) box.checked = !isKeyOff();

/** The page's own search takes precedence. What cannot be loaded is the page of search. */
function open(page: string): void {
  const own = document.querySelector<HTMLInputElement>('main search-view input[name=q]');
  if (own) {
    own.focus();
    own.select();
    return;
  }
  typed ??= '';
  loadDialog()
    .then(({ openSearchDialog }) => openSearchDialog(typed ?? ''))
    .catch(() => location.assign(page))
    .finally(() => (typed = undefined));
}

function isKeyOff(): boolean {
  try {
    return localStorage.getItem(keyName) === 'off';
  } catch {
    return false;
  }
}
