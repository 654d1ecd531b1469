/** The published TEI beside the published pages: the same words under the same addresses. */
import { expect, test } from './fixtures.ts';

const sources = ['strong-1934', 'james-1937-13'];

for (const id of sources) {
  test(`the TEI of ${id} has the words of its page, paragraph by paragraph`, async ({ page }) => {
    await page.goto(`/sources/${id}/`);
    const { onPage, inTei, schema } = await page.evaluate(async (name) => {
      const without = (element: Element, selector: string) => {
        const copy = element.cloneNode(true) as Element;
        for (const part of copy.querySelectorAll(selector)) part.remove();
        return copy.textContent;
      };
      const xml = await (await fetch(`${name}.tei.xml`)).text();
      const file = new DOMParser().parseFromString(xml, 'application/xml');
      const model = [...file.childNodes].find(({ nodeName }) => nodeName === 'xml-model') as
        ProcessingInstruction | undefined;
      return {
        schema: /href="([^"]*)"/.exec(model?.data ?? '')?.[1] ?? '',
        onPage: [...document.querySelectorAll('p.paragraph')].map((paragraph) => [
          paragraph.id,
          without(paragraph, '[data-apparatus]'),
        ]),
        inTei: [...file.querySelectorAll('body p')].map((paragraph) => [
          paragraph.getAttribute('xml:id'),
          without(paragraph, 'corr'),
        ]),
      };
    }, id);
    expect(inTei.length).toBeGreaterThan(20);
    expect(inTei).toEqual(onPage);
    const grammar = await page.request.get(new URL(schema).pathname);
    expect(await grammar.text()).toContain('http://relaxng.org/ns/structure/1.0');
  });
}
