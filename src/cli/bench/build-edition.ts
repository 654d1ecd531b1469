/**
 * Builds the site as `npm run build` does and tells of its stages.
 * Arguments: the folder to write to, a folder for caches. `EDITION_ROOT` names the edition.
 */
import { build, type AstroIntegration } from 'astro';
import { beginStage } from './measured.ts';

const [outDir = '', cacheDir = ''] = process.argv.slice(2);

/** Comes last, so that what the project's own integration does at a hook is done by then. */
const stages: AstroIntegration = {
  name: 'stages',
  hooks: {
    'astro:config:setup': ({ config }) => {
      beginStage('collections');
      const project = config.integrations.find(({ name }) => name === 'edition');
      if (!project) return;
      before(project, 'astro:build:start', 'reading, assembling, checking');
      before(project, 'astro:build:done', 'search index and archive');
    },
    'astro:build:start': () => {
      beginStage('bundles and pages');
    },
    'astro:build:done': () => {
      beginStage('end');
    },
  },
};

/** Has a stage begin when an integration’s hook does, and another when it is over. */
function before(
  { hooks }: AstroIntegration,
  hook: 'astro:build:start' | 'astro:build:done',
  stage: string,
): void {
  const run = hooks[hook] as ((options: unknown) => unknown) | undefined;
  const timed = async (options: unknown) => {
    beginStage(stage);
    await run?.(options);
    if (hook === 'astro:build:done') beginStage('sitemap');
  };
  Object.assign(hooks, { [hook]: timed });
}

await build({
  root: process.cwd(),
  outDir,
  cacheDir,
  integrations: [stages],
  logLevel: 'warn',
});
