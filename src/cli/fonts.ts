import { readFile, writeFile } from 'node:fs/promises';
import subset from 'subset-font';

/**
 * `npm run fonts`: writes `public/fonts/` anew from the Alegreya of `@fontsource/alegreya` (SIL Open
 * Font License), cut down to the characters that texts in western European languages need. A
 * character that is missing here is shown in the reader's own serif.
 */
const BASIC = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
const MORE = { normal: '\u00a0–—‘’“”…§¶†·°←↑→áéèêëîïôöüØøçñ', italic: '\u00a0–—‘’“”…éèàùç' };

for (const style of ['normal', 'italic'] as const) {
  const whole = await readFile(`node_modules/@fontsource/alegreya/files/alegreya-latin-400-${style}.woff2`);
  const part = await subset(whole, BASIC + MORE[style], { targetFormat: 'woff2' });
  const file = `public/fonts/alegreya-400${style === 'italic' ? '-italic' : ''}.woff2`;
  await writeFile(file, part);
  console.log(`${file}: ${String(part.length)} bytes`);
}
