/** Has a build of Astro tell of its stages, whatever the site is. */
import type { AstroIntegration } from 'astro';
import { beginStage, endStage } from './measured.ts';

type Hook = 'astro:build:start' | 'astro:build:done';

/**
 * Comes last among the integrations, so that what others do at a hook is done by then.
 * @param stages what an integration does at a hook, by its name; undefined for what tells of its parts itself
 */
export function stagesOfAstro(
  stages: Record<string, Partial<Record<Hook, string | undefined>>>,
): AstroIntegration {
  return {
    name: 'stages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        beginStage('collections');
        // After Vite has made all bundles, and before Astro draws pages, for which it has no hook.
        const buildApp = { order: 'post' as const, handler: () => Promise.resolve(beginStage('pages')) };
        updateConfig({ vite: { plugins: [{ name: 'stages', buildApp }] } });
      },
      'astro:config:done': ({ config }) => {
        for (const { name, hooks } of config.integrations)
          for (const [hook, stage] of Object.entries(stages[name] ?? {})) wrap(hooks, hook as Hook, stage);
      },
      'astro:build:start': () => {
        beginStage('bundling');
      },
      'astro:build:generated': () => {
        endStage();
      },
    },
  };
}

/** Has a stage begin when an integration’s hook does, and end with it. */
function wrap(hooks: AstroIntegration['hooks'], hook: Hook, stage: string | undefined): void {
  const run = hooks[hook] as ((options: unknown) => unknown) | undefined;
  const timed = async (options: unknown) => {
    if (stage === undefined) endStage();
    else beginStage(stage);
    await run?.(options);
    endStage();
  };
  Object.assign(hooks, { [hook]: timed });
}
