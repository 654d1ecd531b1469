import { attr, contains, elementsIn, isNamed, isSilent, wordsIn, type Element } from './html-tree.ts';

/** Why an element and all in it is no part of the text, if it is none. */
export type LeavesOut = (element: Element) => string | undefined;

const NAVIGATION =
  /^(?:nav(?:bar|igation)?|menu|breadcrumbs?|toc|doc-toc|pager|pagination|sidebar|skip-link|site-(?:header|footer|nav)|navbox|mw-editsection|mw-jump-link|navigation|catlinks|printfooter)$/i;
const NOTES = /note|refs?$|references/i;
const APPARATUS = /^(?:select|button|textarea|input|label|form|datalist|dialog)$/;

/** Says what of a page is no part of its text: what stands outside its main part, navigation, what is hidden. */
export function outsideMain(body: Element, isNote: (element: Element) => boolean): LeavesOut {
  const all = elementsIn(body);
  const main = mainPart(body, all);
  return (element) => {
    if (isSilent(element)) return undefined;
    const style = attr(element, 'style') ?? '';
    if (attr(element, 'hidden') !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
      return 'Hidden on the web page.';
    if (APPARATUS.test(element.tagName)) return 'A control of the web page.';
    const holdsNotes = isNote(element) || isNamed(element, NOTES) || elementsIn(element).some(isNote);
    if (holdsNotes || (main !== body && contains(element, main))) return undefined;
    if (element.tagName === 'nav' || isNamed(element, NAVIGATION)) return 'Navigation of the web page.';
    if (main !== body && !contains(main, element) && !contains(element, main))
      return 'Outside the main part of the web page.';
    // A head with a heading is that of the text as often as that of the site.
    const isHead = elementsIn(element).some(({ tagName }) => /^h[12]$/.test(tagName));
    if (
      main === body &&
      /^(?:header|footer|aside)$/.test(element.tagName) &&
      element.parentNode === body &&
      !isHead
    )
      return element.tagName === 'aside'
        ? 'Beside the text of the web page.'
        : `The ${element.tagName === 'header' ? 'head' : 'foot'} of the web page.`;
    if (isNamed(element, /^(?:banner|contentinfo|complementary)$/i))
      return 'Outside the main part of the web page.';
    return undefined;
  };
}

/** The part that the page itself calls its main one, if that has most of its words. */
function mainPart(body: Element, all: Element[]): Element {
  const whole = wordsIn(body).trim().length;
  const choices = [
    all.filter(({ tagName }) => tagName === 'main'),
    all.filter((element) => isNamed(element, /^main$/i) && attr(element, 'role') === 'main'),
    all.filter(({ tagName }) => tagName === 'article'),
    all.filter((element) =>
      isNamed(
        element,
        /^(?:mw-content-text|bodyContent|main-?content|content|entry-content|post-content|article-body|text)$/i,
      ),
    ),
  ];
  for (const found of choices) {
    const [one] = found;
    if (
      one &&
      (found.length === 1 || contains(one, found.at(-1)?.parentNode ?? null)) &&
      wordsIn(one).trim().length > whole * 0.4
    )
      return one;
  }
  return body;
}

/** Whether a block is nothing but links to other places, as “Contents | Next”. */
export function isLinks(block: Element): boolean {
  const words = wordsIn(block).replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > 200) return false;
  const links = elementsIn(block).filter(
    ({ tagName, attrs }) => tagName === 'a' && attrs.some(({ name }) => name === 'href'),
  );
  if (links.length === 0) return false;
  const linked = links
    .map((link) => wordsIn(link))
    .join('')
    .replace(/\s+/g, '').length;
  return linked >= words.replace(/[\s|·•/<>«»←→—–-]+/g, '').length * 0.9;
}
