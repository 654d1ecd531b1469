/** While an editor works: reads what has changed, tells what is wrong, and has the browser show it. */
import { resolve, sep } from 'node:path';
import type { HookParameters } from 'astro';
import { keepBuiltEdition, keepProblems } from '../built-edition.ts';
import { readContent, type FileMemory } from '../content-files.ts';
import { assemble } from '../edition/assemble.ts';
import { makeMemory } from '../edition/memory.ts';
import { countProblems, formatProblem, sortProblems } from '../edition/problem.ts';
import type { RawEdition } from '../edition/raw.ts';
import { withhold } from '../edition/withhold.ts';
import { rightsPolicy } from '../rights-policy.ts';
import { isHarmless } from './in-page.ts';

/** What is saved within so many milliseconds is read together. */
const together = 40;

/** Reads `content/` below `root`, then again whenever a file in it has changed. */
export async function watchContent(
  root: string,
  { server, logger, refreshContent }: HookParameters<'astro:server:setup'>,
): Promise<void> {
  const files: FileMemory = new Map();
  const memory = makeMemory();
  let [collected, told] = ['', ''];

  const read = async (): Promise<void> => {
    const raw = await readContent(root, files);
    const { edition, problems } = assemble(raw, memory);
    if (edition && problems.every(isHarmless)) keepBuiltEdition(withhold(edition, rightsPolicy()));
    const sorted = sortProblems(problems);
    keepProblems(sorted);
    const text = sorted.map(formatProblem).join('\n\n');
    if (text !== told) {
      if (text === '') logger.info('No problems in content/.');
      else logger.error(`${countProblems(sorted)}:\n\n${text}\n`);
    }
    told = text;
    // Astro’s collections hold no more than which sources and notes there are.
    const present = idsOf(raw);
    if (collected !== '' && collected !== present)
      await refreshContent?.({ loaders: ['edition-sources', 'edition-notes'] });
    collected = present;
  };
  const show = (): void => {
    // What Astro keeps of the routes of pages was made of the edition before.
    for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
    server.ws.send({ type: 'full-reload' });
  };

  const content = resolve(root, 'content');
  let [last, timer]: [Promise<void>, NodeJS.Timeout | undefined] = [read(), undefined];
  server.watcher.add(content);
  server.watcher.on('all', (event, file) => {
    if (event.endsWith('Dir') || !file.startsWith(content + sep)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(read).then(show, (error: unknown) => {
        logger.error(`content/ could not be read: ${(error as Error).message}`);
      });
    }, together);
  });
  await last;
}

/** Which sources and notes there are, as one text. */
function idsOf({ sources, notes }: RawEdition): string {
  return [...sources.map(({ id }) => id), ...notes.map(({ sourceId, id }) => `${sourceId}/${id}`)].join('\n');
}
