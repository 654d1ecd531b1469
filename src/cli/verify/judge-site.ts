import { z } from 'zod';
import {
  DTS_ENTRY,
  dtsCollectionPath,
  dtsDocumentPath,
  dtsNavigationPath,
  HOME,
  OFFLINE_WORKER,
} from '../../routes.ts';
import { sha256, textOf, type Answer, type Ask } from './ask.ts';
import { finding, type Finding } from './finding.ts';
import { judgeHeaders } from './judge-file.ts';
import { jsonOf, type Published } from './published.ts';

const NOWHERE = ['/no-such-page-in-this-edition/', '/data/no-such-file-in-this-edition.json'];

/** Published, but in no list: for servers, robots and programs. */
const unlisted = [OFFLINE_WORKER, '/robots.txt', '/sitemap-index.xml'];

/** What holds of the site as a whole. @throws where an answer is not to be had. */
export async function judgeSite(ask: Ask, top: URL, published: Published): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const path of NOWHERE) findings.push(...judgeNowhere(path, await ask(path), published));
  for (const path of unlisted) findings.push(...judgeUnlisted(path, await ask(path)));
  const home = await ask(HOME);
  findings.push(...(await judgeDts(ask)), ...judgeSecurity(home), ...judgeHome(textOf(home), top));
  return findings;
}

function judgeNowhere(path: string, answer: Answer, { files }: Published): Finding[] {
  if (answer.status !== 404)
    return [
      finding(
        'not-found-status',
        path,
        `There is nothing here, and the status is ${String(answer.status)}, not 404.`,
      ),
    ];
  const page = files.find((file) => file.path === '/404.html');
  return page && !sha256(answer.body).startsWith(page.hash)
    ? [finding('not-found-page', path, 'There is nothing here, and the edition’s page for that is not sent.')]
    : [];
}

function judgeUnlisted(path: string, answer: Answer): Finding[] {
  if (answer.status === 200) return judgeHeaders(path, answer);
  const status = String(answer.status);
  return [finding('file-missing', path, `The file is not there: status ${status}.`)];
}

/** Distributed Text Services: the entry point, the collection, and of each text its tree and its words. */
async function judgeDts(ask: Ask): Promise<Finding[]> {
  const entry = await ask(DTS_ENTRY);
  const collection = await ask(dtsCollectionPath());
  const findings = [...judgeUnlisted(DTS_ENTRY, entry), ...judgeUnlisted(dtsCollectionPath(), collection)];
  const members = z
    .object({ member: z.array(z.object({ '@id': z.string(), '@type': z.string() })) })
    .safeParse(jsonOf(textOf(collection)));
  const texts = members.data?.member.filter((member) => member['@type'] === 'Resource') ?? [];
  for (const { '@id': id } of texts)
    for (const path of [dtsNavigationPath(id, { down: 1 }), dtsDocumentPath(id, {})])
      findings.push(...judgeUnlisted(path, await ask(path)));
  return findings;
}

function judgeSecurity({ headers }: Answer): Finding[] {
  return headers.get('x-content-type-options') === 'nosniff'
    ? []
    : [finding('sniffing-open', HOME, 'Browsers may guess types other than those sent.')];
}

/** Whether the pages name the address where they stand, and whether they are meant to be found. */
function judgeHome(html: string, top: URL): Finding[] {
  const findings: Finding[] = [];
  if (/<meta name="robots" content="noindex"/.test(html))
    findings.push(finding('preview', HOME, 'The site is a preview, which search engines leave out.'));
  const named = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  if (named === undefined || !URL.canParse(named) || new URL(named).href === top.href) return findings;
  const isLocal = (url: URL) => /^(?:localhost|127\.|\[::1\])/.test(url.hostname);
  if (isLocal(top)) return findings;
  findings.push(
    isLocal(new URL(named))
      ? finding('address-local', HOME, `The site names ${named} as its address.`)
      : finding('address-other', HOME, `The site names ${named} as its address, and stands at ${top.href}.`),
  );
  return findings;
}
