/** Finds, or installs, the Chromium that browser tests and measurements run in. */
import { spawnSync, type StdioOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const seconds = (n: number): number => n * 1000;
const isRoot = process.getuid?.() === 0;

/** Arguments for every launch. The sandbox cannot start as root, and often not on build machines. */
export const launchArguments: string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  ...(isRoot || process.env['CI'] ? ['--no-sandbox'] : []),
];

/** Runs a command to its end; false when it fails, is missing or takes longer than `limit`. */
function succeeds(command: string, args: string[], limit: number, stdio: StdioOptions = 'ignore'): boolean {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    // Playwright tries several servers in turn; without a network each costs this long.
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(seconds(15)),
  };
  return spawnSync(command, args, { stdio, timeout: limit, killSignal: 'SIGKILL', env }).status === 0;
}

/**
 * Whether the browser can be started. A file alone proves little: Ubuntu's `chromium-browser` may only be
 * a script that asks for a snap, and Playwright's browser may lack system libraries.
 */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of printing.
  return process.platform === 'win32' || succeeds(path, ['--version'], seconds(20));
}

/** Where a browser of the system may be, likeliest first. */
function systemCandidates(): string[] {
  const env = process.env;
  if (process.platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const files = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return files.flatMap((file) =>
      roots.filter((root) => root !== undefined).map((root) => join(root, file)),
    );
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'msedge',
  ];
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return process.platform === 'darwin'
    ? [...apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`), ...onPath]
    : onPath;
}

/**
 * The browser to use: `CHROME_PATH`, else Playwright's own, else one of the system.
 * Throws when `CHROME_PATH` names no browser that starts.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (starts(chosen)) return chosen;
    throw new Error(
      `CHROME_PATH is ${chosen}, where no browser starts. Correct it, or unset it to have one looked for.`,
    );
  }
  return [chromium.executablePath(), ...systemCandidates()].find(starts);
}

/** Has Playwright download its Chromium. Its command refuses to start under a name other than Node's. */
function installByPlaywright(what: 'install' | 'install-deps'): boolean {
  const cli = createRequire(import.meta.url)
    .resolve('playwright/package.json')
    .replace('package.json', 'cli.js');
  return succeeds(process.execPath, [cli, what, 'chromium'], seconds(240), 'inherit');
}

/** Prefix that gives the package manager its rights without asking, or none when there are no such rights. */
function asRoot(): string[] | undefined {
  if (isRoot) return [];
  return succeeds('sudo', ['-n', 'true'], seconds(10)) ? ['sudo', '-n'] : undefined;
}

/** Commands by which each package manager installs a browser. */
const packageManagers: Record<string, string[][]> = {
  'apt-get': [
    ['apt-get', '-o', 'Acquire::http::Timeout=20', 'update'],
    [
      'apt-get',
      '-o',
      'Acquire::http::Timeout=20',
      '-o',
      'DPkg::Lock::Timeout=60',
      'install',
      '-y',
      '--no-install-recommends',
      'chromium',
    ],
  ],
  dnf: [['dnf', 'install', '-y', 'chromium']],
  pacman: [['pacman', '-Sy', '--noconfirm', 'chromium']],
  apk: [['apk', 'add', 'chromium']],
};

/** Has the system's package manager install a browser; gives the name of the one tried. */
function installBySystem(): string | undefined {
  if (process.platform === 'darwin' && succeeds('brew', ['--version'], seconds(20))) {
    succeeds('brew', ['install', '--cask', 'google-chrome'], seconds(300), 'inherit');
    return 'brew';
  }
  const prefix = process.platform === 'linux' ? asRoot() : undefined;
  if (!prefix) return undefined;
  const [name, commands] =
    Object.entries(packageManagers).find(([manager]) => succeeds(manager, ['--version'], seconds(20))) ?? [];
  for (const line of commands ?? []) {
    const [command = '', ...args] = [...prefix, ...line];
    // A failed update may still leave an installable package, so the next command is tried all the same.
    succeeds(command, args, seconds(300), 'inherit');
  }
  // Where the system offers no Chromium, Playwright's may only lack libraries, which it knows how to name.
  if (name === 'apt-get' && !findBrowser() && existsSync(chromium.executablePath()))
    installByPlaywright('install-deps');
  return name;
}

/**
 * The browser to use; installs one when there is none. Throws an error of one line when it cannot.
 * Every attempt has a time limit, so that a machine without network gets its answer too.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log('No browser found: installing Chromium for the tests.');
  installByPlaywright('install');
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  const manager = installBySystem();
  const installed = manager && findBrowser();
  if (installed) return installed;
  const tried = ['playwright install chromium', ...(manager ? [manager] : [])].join(' and ');
  throw new Error(
    `No browser to test with (${tried} failed): install Chrome or Chromium, or set CHROME_PATH to one.`,
  );
}
