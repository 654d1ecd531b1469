/** The texts and the notes that came with them read whole with JavaScript off. */
import { readingPages, repositoryText } from './dist.ts';
import { expect, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

for (const { path, id } of readingPages) {
  test.describe(`${path} without JavaScript`, () => {
    const text = repositoryText(`content/sources/${id}/text.md`);

    test('shows every paragraph, in order', async ({ page }) => {
      await page.goto(path);
      const shown = await page
        .locator(`article[data-source="${id}"] [id]`)
        .evaluateAll((elements) =>
          elements
            .filter((element) => /^p\d+[a-z]*$/.test(element.id) && element.checkVisibility())
            .map((element) => element.id),
        );
      const anchors = [...text.matchAll(/\s\^(p\d+[a-z]*)[ \t]*$/gm)].map((match) => match[1]);
      expect(anchors.length, 'paragraphs in text.md').toBeGreaterThan(0);
      expect(shown).toEqual(anchors);
    });

    test('shows every note of the witness', async ({ page }) => {
      await page.goto(path);
      const shown = await page
        .locator('[data-hand="author-note"], [data-hand="transcriber-note"]')
        // Calls, and copies in the margin, are apparatus; the note itself is not.
        .and(page.locator(':not([data-apparatus])'))
        .evaluateAll(
          (elements) =>
            new Set(elements.filter((element) => element.checkVisibility()).map(({ id }) => id)).size,
        );
      expect(shown).toBe([...text.matchAll(/^\[\^(author|transcriber):[^\]]+\]:/gm)].length);
    });

    test('keeps the words of each note apart from those of other hands', async ({ page }) => {
      await page.goto(path);
      const mixed = await page.locator('[data-hand$="-note"]:not([data-apparatus])').evaluateAll((notes) =>
        notes
          .filter((note) =>
            [...note.querySelectorAll('[data-hand]')].some((inner) => {
              const apparatus = inner.closest('[data-apparatus]');
              return !apparatus || !note.contains(apparatus);
            }),
          )
          .map(({ id }) => id),
      );
      expect(mixed, 'notes that hold words of another hand, not marked data-apparatus').toEqual([]);
    });
  });
}
