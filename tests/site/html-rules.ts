/** What html-validate asks of every page. */
import { HtmlValidate, type ConfigData } from 'html-validate';

const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of style, which no reader and no browser can tell apart.
    'void-style': 'off',
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // Only inline styles can give each drawing its own colours and places.
    'no-inline-style': 'off',
    // The HTML standard allows all but white space; `strong-1934.p12` names a paragraph beside another text.
    'valid-id': ['error', { relaxed: true }],
    // A title is cut by search engines, not by browsers; the titles of historical texts are as long as they are.
    'long-title': 'off',
  },
};

const validator = new HtmlValidate(config);

/** What is wrong with the HTML of a page, a line for each fault. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(
      ({ line, column, ruleId, message, selector }) =>
        `${line}:${column} ${ruleId}: ${message} (${selector ?? ''})`,
    ),
  );
}
