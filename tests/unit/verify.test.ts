/** `npm run verify` on a site of this machine: whole, and with each fault that a deployment may have. */
import { execFile } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import type { Server } from 'node:http';
import type { OfflineList } from '../../src/browser/offline/list.ts';
import { sha256 } from '../../src/cli/verify/ask.ts';
import { verify } from '../../src/cli/verify/verify.ts';
import { serveSite, siteOf, type Sent } from './verify-site.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Serves a site that `spoil` has changed. */
async function served(spoil: (site: Map<string, Sent>) => unknown = () => undefined): Promise<URL> {
  const site = await siteOf('2026.1');
  await spoil(site);
  const running = await serveSite(site);
  server = running.server;
  return running.address;
}

/** Changes what is sent for a path. */
function change(site: Map<string, Sent>, path: string, how: (sent: Sent) => Partial<Sent>) {
  const sent = site.get(path);
  if (!sent) throw new Error(`The site has no ${path}.`);
  site.set(path, { ...sent, ...how(sent) });
}

const withHeader = (name: string, value: string) => (sent: Sent) => ({
  headers: { ...sent.headers, [name]: value },
});

/** `level code path` of all that is found. */
async function found(address: URL, sample?: number): Promise<string[]> {
  const { findings } = await verify(address, sample);
  return findings.map(({ level, code, path }) => `${level} ${code} ${path}`);
}

test('nothing is said of a site that is whole', async () => {
  const { release, files, asked, findings } = await verify(await served());
  expect({ release, files, asked, findings }).toEqual({
    release: '2026.1',
    files: 9,
    asked: 9,
    findings: [],
  });
});

type Spoil = (site: Map<string, Sent>) => unknown;
const TEXT = '/sources/letter/letter.txt';
const SCRIPT = '/_astro/a.Abc123.js';

const faults: Record<string, [Spoil, string[]]> = {
  'a missing file': [(site) => site.delete(SCRIPT), [`fault file-missing ${SCRIPT}`]],
  'a changed byte': [
    (site) => change(site, TEXT, ({ body }) => ({ body: Buffer.from(body.toString().replace('W', 'w')) })),
    [`fault file-changed ${TEXT}`],
  ],
  'a truncated file': [
    (site) => change(site, '/about/', ({ body }) => ({ body: body.subarray(0, 300) })),
    ['fault file-truncated /about/'],
  ],
  'an answer that breaks off': [
    (site) => change(site, SCRIPT, () => ({ breaksOff: true })),
    [`fault file-unreachable ${SCRIPT}`],
  ],
  'a file of another release': [
    (site) => change(site, '/about/', () => ({ body: older.get('/about/')?.body ?? Buffer.alloc(0) })),
    ['fault file-other-release /about/'],
  ],
  'a page in the place of a file': [
    (site) => change(site, SCRIPT, () => site.get('/') ?? {}),
    [`fault page-instead ${SCRIPT}`],
  ],
  'sums of another build': [
    (site) =>
      change(site, '/data/SHA256SUMS', ({ body }) => ({
        body: Buffer.from(body.toString().replace(/^./, (digit) => (digit === '0' ? '1' : '0'))),
      })),
    [`fault list-disagrees ${TEXT}`, 'fault file-changed /data/SHA256SUMS'],
  ],
  'a wrong type': [
    (site) => change(site, SCRIPT, withHeader('Content-Type', 'text/plain; charset=utf-8')),
    [`fault type-wrong ${SCRIPT}`],
  ],
  'letters of unknown kind': [
    (site) => change(site, TEXT, withHeader('Content-Type', 'text/plain')),
    [`fault charset-wrong ${TEXT}`],
  ],
  'letters of another kind': [
    (site) => change(site, '/about/', withHeader('Content-Type', 'text/html; charset=ISO-8859-1')),
    ['fault charset-wrong /about/'],
  ],
  'a page that is kept too long': [
    (site) => change(site, '/about/', withHeader('Cache-Control', 'max-age=31536000')),
    ['fault cached-too-long /about/'],
  ],
  'assets that are not kept': [
    (site) => change(site, SCRIPT, withHeader('Cache-Control', 'no-cache')),
    [`advice assets-not-cached ${SCRIPT}`],
  ],
  'data that other sites may not read': [
    (site) => change(site, TEXT, withHeader('Access-Control-Allow-Origin', 'null')),
    [`advice cors-missing ${TEXT}`],
  ],
  'types that browsers may guess': [
    (site) => change(site, '/', withHeader('X-Content-Type-Options', '')),
    ['advice sniffing-open /'],
  ],
  'types of DTS that are not exact': [
    (site) => change(site, '/dts/document/letter.xml', withHeader('Content-Type', 'application/xml')),
    ['advice type-inexact /dts/document/letter.xml'],
  ],
  'a text for programs that is not there': [
    (site) => site.delete('/dts/document/letter.xml'),
    ['fault file-missing /dts/document/letter.xml'],
  ],
  'no list': [(site) => site.delete('/offline.json'), ['fault list-missing /offline.json']],
  'half a list': [
    (site) => change(site, '/offline.json', ({ body }) => ({ body: body.subarray(0, 200) })),
    ['fault list-missing /offline.json'],
  ],
  'a preview': [
    (site) => {
      const noindex = (body: Buffer) =>
        body.toString().replace('<title>', '<meta name="robots" content="noindex"><title>');
      change(site, '/', ({ body }) => ({ body: Buffer.from(noindex(body)) }));
    },
    ['fault file-changed /', 'advice preview /'],
  ],
};
const older = await siteOf('2025.1');

test.each(Object.entries(faults))('%s is told', async (_, [spoil, expected]) => {
  expect((await found(await served(spoil))).sort()).toEqual([...expected].sort());
});

test('a page where nothing stands is told, and so is the want of the edition’s own page', async () => {
  const nowhere = '/no-such-page-in-this-edition/';
  const instead = await served((site) => site.set(nowhere, site.get('/') as Sent));
  expect(await found(instead)).toEqual([`fault not-found-status ${nowhere}`]);
  server?.close();
  const bare = await served((site) =>
    site.set(nowhere, { status: 404, body: Buffer.from('no'), headers: {} }),
  );
  expect(await found(bare)).toEqual([`advice not-found-page ${nowhere}`]);
});

test('a site may stand under a path, with or without that path in its list', async () => {
  const site = await siteOf('2026.1');
  const under = (base: string) => new Map([...site].map(([path, sent]) => [base + path.slice(1), sent]));
  const plain = await serveSite(under('/editions/').set('/404.html', site.get('/404.html') as Sent));
  server = plain.server;
  expect(await found(new URL('/editions', plain.address))).toEqual([]);
  plain.server.close();

  const list = JSON.parse(String(site.get('/offline.json')?.body)) as OfflineList;
  const files = list.files.map(([path, ...rest]) => ['/editions' + path, ...rest]);
  change(site, '/offline.json', () => ({
    body: Buffer.from(JSON.stringify({ ...list, files, id: sha256(JSON.stringify(files)).slice(0, 16) })),
  }));
  const whole = await serveSite(under('/editions/').set('/404.html', site.get('/404.html') as Sent));
  server = whole.server;
  expect(await found(new URL('/editions/', whole.address))).toEqual([]);
});

test('a sample is spread over the list', async () => {
  const { files, asked } = await verify(await served(), 3);
  expect({ files, asked }).toEqual({ files: 9, asked: 3 });
});

describe('the command', () => {
  const run = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, ['src/cli/verify/index.ts', ...args], (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });

  test('ends in 0 for a whole site, whatever it advises, and with --strict in 1', async () => {
    const { href } = await served((site) => change(site, SCRIPT, withHeader('Cache-Control', 'no-cache')));
    const { code, stdout } = await run(href);
    expect(code).toBe(0);
    expect(stdout).toContain('9 of 9 files');
    expect(stdout).toMatch(/The site is whole\. Beside that, 1 piece of advice, which can wait\.\n$/);
    expect((await run(href, '--strict')).code).toBe(1);
  });

  test('ends in 1 with a fault, and says what to do', async () => {
    const { href } = await served((site) => site.delete(SCRIPT));
    const { code, stdout } = await run(href);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `Fault: file-missing\n  ${SCRIPT}: The file is not there.\n  Publish the whole of dist/`,
    );
    const { stdout: json } = await run(href, '--json');
    const { findings } = JSON.parse(json) as { findings: unknown[] };
    expect(findings).toEqual([
      expect.objectContaining({ level: 'fault', code: 'file-missing', path: SCRIPT }),
    ]);
  });

  test.each([
    [[]],
    [['here']],
    [['ftp://localhost/']],
    [['http://localhost:1/']],
    [['http://localhost/', '--sample', '0']],
  ])('ends in 2 when called with %j', async (args) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The site could not be verified: /);
  });
});
