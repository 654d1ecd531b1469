/** The pages that anybody would make of the same texts: no apparatus, no style, search as documented. */
import type { SyntheticSource } from './synthetic-sources.ts';

export function plainPage({
  short,
  title,
  family,
  given,
  sections,
  notes,
  editorNotes,
}: SyntheticSource): string {
  const body = sections.map(({ anchor, heading, paragraphs }) => {
    const texts = paragraphs.map((one) => `<p id="${one.anchor}">${escaped(one.words)}</p>`);
    return `<h2 id="${anchor}">${escaped(heading)}</h2>\n${texts.join('\n')}`;
  });
  const item = (id: string, words: string) => `<p id="${id}">${escaped(words)}</p>`;
  return page(
    short,
    `<main data-pagefind-body>
<h1>${escaped(title)}</h1>
<p>${given} ${family}</p>
${body.join('\n')}
<h2 id="notes">Notes</h2>
${notes.map((words, index) => item(`author-${String(index + 1)}`, words)).join('\n')}
${editorNotes.map(({ id, words }) => item(id, words)).join('\n')}
</main>`,
  );
}

/**
 * Searches as it is typed and shows what is found: the first result, and a moment later four more, so
 * that these are not counted to the first.
 */
const searchProgram = `
const input = document.querySelector('input');
const list = document.querySelector('ol');
let run = 0;
async function show() {
  const mine = ++run;
  document.body.dataset.searchState = 'searching';
  const loaders = await find(input.value);
  if (mine !== run) return;
  const items = [];
  const load = async (loader) => {
    const item = document.createElement('li');
    item.dataset.searchResult = '';
    item.innerHTML = await loader();
    return item;
  };
  if (loaders[0]) items.push(await load(loaders[0]));
  if (mine !== run) return;
  list.replaceChildren(...items);
  await new Promise((resolve) => setTimeout(resolve, 50));
  list.append(...(await Promise.all(loaders.slice(1, 5).map(load))));
  if (mine === run) document.body.dataset.searchState = 'done';
}
input.addEventListener('input', show);
input.form.addEventListener('submit', (event) => { event.preventDefault(); show(); });
input.value = new URLSearchParams(location.search).get('q') ?? '';
if (input.value) show();
`;

function searchPage(program: string, library = ''): string {
  const form = '<form><input type="search" name="q"></form><ol></ol>';
  return page('Search', `${form}${library}<script type="module">${program}${searchProgram}</script>`);
}

/** Pagefind as it comes: its own worker, its own excerpts and marks. */
export const pagefindSearch = searchPage(`
import * as pagefind from '/pagefind/pagefind.js';
const find = async (query) =>
  (await pagefind.search(query)).results.map((result) => async () => {
    const { url, excerpt } = await result.data();
    return '<a href="' + url + '">' + url + '</a> ' + excerpt;
  });
`);

/**
 * MiniSearch with its whole index. It has no phrases: their words must all stand in a paragraph. The
 * texts are not in the index a second time: the first result is marked in what its page says.
 */
export const miniSearchSearch = searchPage(
  `
import { options } from '/minisearch-options.js';
const index = fetch('/minisearch.json').then((answer) => answer.text()).then((json) => MiniSearch.loadJSON(json, options));
const find = async (query) =>
  (await index).search(query.replaceAll('"', ''), { combineWith: 'AND' }).map(({ id, terms }) => async () => {
    const [address, anchor] = id.split('#');
    const text = await (await fetch(address)).text();
    const words = new DOMParser().parseFromString(text, 'text/html').getElementById(anchor).innerHTML;
    const found = new RegExp('(?<![\\\\p{L}\\\\p{N}])(' + terms.join('|') + ')(?![\\\\p{L}\\\\p{N}])', 'giu');
    return '<a href="' + id + '">' + id + '</a> ' + words.replace(found, '<mark>$1</mark>');
  });
`,
  '<script src="/minisearch.js"></script>',
);

/** What MiniSearch must be told both where its index is made and where it is loaded. */
export const miniSearchOptions = { fields: ['text'] };

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body>
${body}
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
