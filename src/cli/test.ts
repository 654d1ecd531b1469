/**
 * `npm test`: every test, cheapest first, up to the first failure.
 * `npm test -- unit site` runs single steps.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureBrowser } from './find-browser.ts';

interface Step {
  name: string;
  /** What it does, for the reader of the log. */
  does: string;
  /** Throws when the step fails. */
  run: () => void;
}

const environment: NodeJS.ProcessEnv = {
  ...process.env,
  // Tests ask nothing of the network.
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DISABLE_UPDATE_CHECK: 'true',
};

/** Runs a script of `package.json`, so that it gets the Node that the project brings. */
function script(name: string): () => void {
  return () => {
    const npm = process.env['npm_execpath'];
    const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
    const { status, signal } = spawnSync(command, [...args, 'run', '--silent', name], {
      stdio: 'inherit',
      env: environment,
      // Only npm itself starts without `npm_execpath`, and on Windows that is a batch file.
      shell: !npm && process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`\`npm run ${name}\` ended with ${signal ?? `exit code ${status}`}.`);
  };
}

const steps: Step[] = [
  { name: 'unit', does: 'layering and unit tests', run: script('test:unit') },
  { name: 'types', does: 'types', run: script('typecheck') },
  { name: 'lint', does: 'lint and format', run: script('lint') },
  { name: 'build', does: 'the build', run: script('build') },
  {
    name: 'site',
    does: 'browser tests',
    run: () => {
      if (!existsSync('dist/index.html'))
        throw new Error('There is no site in dist/: run `npm run build` first.');
      environment['CHROME_PATH'] = ensureBrowser();
      console.log(`Browser: ${environment['CHROME_PATH']}`);
      script('test:site')();
    },
  },
];

/** The steps named on the command line, or all of them. */
function chosenSteps(names: string[]): Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No step is called ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`,
    );
    process.exit(2);
  }
  return names.length === 0 ? steps : steps.filter((step) => names.includes(step.name));
}

/** Runs steps up to the first failure; gives the lines of the summary. */
function runSteps(chosen: Step[]): { lines: string[]; failure?: string } {
  const lines: string[] = [];
  for (const [index, step] of chosen.entries()) {
    console.log(`\n=== ${step.name}: ${step.does}`);
    const start = performance.now();
    const line = (result: string): string =>
      `${result.padEnd(7)} ${step.name.padEnd(6)} ${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${step.does}`;
    try {
      step.run();
      lines.push(line('passed'));
    } catch (error) {
      lines.push(line('FAILED'));
      const left = chosen.slice(index + 1).map(({ name }) => name);
      const fact = `npm test stopped at "${step.name}" (${step.does}): ${(error as Error).message}`;
      return { lines, failure: left.length > 0 ? `${fact} Not run: ${left.join(', ')}.` : fact };
    }
  }
  return { lines };
}

const { lines, failure } = runSteps(chosenSteps(process.argv.slice(2)));
console.log(`\n${lines.join('\n')}`);
if (failure) {
  console.error(failure);
  process.exitCode = 1;
}
