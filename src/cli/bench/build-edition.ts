/**
 * Builds the site as `npm run build` does and tells of its stages.
 * Argument: the folder to write to. `EDITION_ROOT` names the edition.
 */
import { build } from 'astro';
import { TIMED } from '../../timed.ts';
import { stagesOfAstro } from './astro-stages.ts';
import { tellStage } from './measured.ts';

const [outDir = ''] = process.argv.slice(2);
const stages = stagesOfAstro({
  edition: { 'astro:build:start': 'reading and checking' },
  '@astrojs/sitemap': { 'astro:build:done': 'sitemap' },
});
await build({ root: process.cwd(), outDir, integrations: [stages], logLevel: 'warn' });

for (const { name, startTime, duration } of performance.getEntriesByType('measure')) {
  if (!name.startsWith(TIMED)) continue;
  const at = performance.timeOrigin + startTime;
  tellStage(name.slice(TIMED.length), at, at + duration);
}
