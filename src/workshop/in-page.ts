/** Problems of `content/`, written into a page while an editor works. */
import type { Edition } from '../edition/model.ts';
import { formatPlace, type Problem } from '../edition/problem.ts';
import type { ProblemCode } from '../edition/problems/catalogue.ts';
import { escapeAttribute, escapeXml } from '../exports/xml.ts';

/**
 * In the colours of the page, but loud; nothing of it is ever published. On a page it stays at the foot of
 * the window: wherever an editor reads, a problem that is saved is seen, and the page does not move.
 */
const STYLE = `<style>
.content-problems{margin:1rem;padding:1rem 1.25rem;border:2px solid #a3282b;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
.content-problems ol{margin:.5rem 0 0;padding-inline-start:2rem}
.content-problems li+li{margin-block-start:.75rem}
.content-problems code{font-size:.9em}
.content-problems small{display:block;opacity:.8}
body>section.content-problems{position:fixed;z-index:10;inset:auto 0 0;margin:0;border-width:2px 0 0;max-block-size:40vh;overflow:auto}
body:has(>section.content-problems){padding-block-end:40vh}
article .content-problems{margin:0 0 1rem;grid-column:1/-1}
</style>`;

/** Has Vite open the file at its line in the editor’s program, and the page stays. */
const SCRIPT = `<script type="module">
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="/__open-in-editor"]');
  if (!link) return;
  event.preventDefault();
  fetch(link.href);
});
</script>`;

const harmless = new Set<ProblemCode>([
  'note-unpublished',
  'page-unpublished',
  'source-unpublished',
  'value-open',
]);

/** Whether pages can be shown as they are in spite of a problem: an address is only to be recorded yet, a value to be filled in. */
export function isHarmless({ code }: Problem): boolean {
  return harmless.has(code);
}

/**
 * A page with what is wrong at its head, and once more at the paragraph in whose lines it stands, if the
 * page has it.
 * @param html the page as it was before the problems, unless all of them are harmless.
 * @param path its path, like `/sources/letter-1900/`.
 */
export function withProblems(
  html: string,
  path: string,
  problems: readonly Problem[],
  edition: Edition,
): string {
  if (problems.length === 0) return html;
  const placed = problems.map((problem) => ({ problem, anchor: anchorOf(problem, path, edition) }));
  const list = placed.map(({ problem, anchor }) => `<li>${inWords(problem, anchor)}</li>`);
  const head = `${STYLE}${SCRIPT}<section class="content-problems" role="alert" aria-label="Problems in content/" tabindex="0">
<strong>${counted(problems)}${problems.every(isHarmless) ? '' : ' The page shows the files as they last were right.'}</strong>
<ol>${list.join('\n')}</ol></section>`;
  let page = html.replace(/<body[^>]*>/, (body) => body + head);
  for (const [anchor, here] of Map.groupBy(placed, (one) => one.anchor)) {
    if (anchor === undefined) continue;
    const notes = here.map(({ problem }) => `<p>${inWords(problem)}</p>`).join('');
    page = page.replace(
      new RegExp(`<p[^>]* id="${anchor}"`),
      (paragraph) => `<aside class="content-problems">${notes}</aside>${paragraph}`,
    );
  }
  return page;
}

/** A page of nothing but problems, for when the files were never right. */
export function problemsPage(problems: readonly Problem[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Problems in content/</title>${STYLE}
<script type="module" src="/@vite/client"></script>${SCRIPT}</head>
<body><main class="content-problems"><h1>${counted(problems)}</h1>
<p>The site is shown as soon as they are mended; this page loads itself again.</p>
<ol>${problems.map((problem) => `<li>${inWords(problem)}</li>`).join('\n')}</ol></main></body></html>`;
}

function counted({ length }: readonly Problem[]): string {
  return length === 1
    ? 'There is a problem in content/.'
    : `There are ${String(length)} problems in content/.`;
}

function inWords({ code, place, fact, action }: Problem, anchor?: string): string {
  const at = formatPlace(place);
  const open = escapeAttribute(`/__open-in-editor?file=${encodeURIComponent(at)}`);
  const here = anchor === undefined ? '' : ` <a href="#${anchor}">¶ ${anchor.slice(1)}</a>`;
  return `<a href="${open}">${escapeXml(at)}</a>${here}<br>${marked(fact)} ${marked(action)}<small>Rule <code>${code}</code>; <code>npm run check -- --explain ${code}</code> says more.</small>`;
}

/** Words with what stands between backticks as code. */
function marked(words: string): string {
  return escapeXml(words).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** The last paragraph that begins at the line of a problem or before it, on the page of its text. */
function anchorOf(
  { place: { file, line = 0 } }: Problem,
  path: string,
  { sources }: Edition,
): string | undefined {
  const source = sources.find(
    ({ id }) => file === `content/sources/${id}/text.md` && path === `/sources/${id}/`,
  );
  return source?.paragraphs.findLast(({ place }) => (place.line ?? 0) <= line)?.anchor;
}
