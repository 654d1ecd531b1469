/** Browser tests of the built site in `dist/`. `npm test` finds the browser; see `src/cli/find-browser.ts`. */
import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { findBrowser, launchArguments } from '../src/cli/find-browser.ts';

/** A port that nothing listens on, `wanted` if possible. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    server.listen(wanted, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : wanted));
    });
  });
}

// Workers load this file again: what it found the first time reaches them through the environment.
process.env['SITE_TEST_PORT'] ??= String(await freePort(4399));
process.env['CHROME_PATH'] ??= findBrowser() ?? '';
const baseURL = `http://localhost:${process.env['SITE_TEST_PORT']}`;

export default defineConfig({
  testDir: 'site',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'dot',
  timeout: 60_000,
  // Machines that do other work at the same time are slow.
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env['CHROME_PATH'],
      // No name but our own resolves, so that no test can come to depend on another server.
      args: [...launchArguments, '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost'],
    },
  },
  projects: [{ name: 'desktop' }],
  webServer: {
    // Through npm, so that the server runs under the Node that the project brings.
    command: `npm run --silent preview -- --port ${process.env['SITE_TEST_PORT']}`,
    cwd: '..',
    url: baseURL,
    reuseExistingServer: false,
    timeout: 60_000,
    env: { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' },
  },
});
