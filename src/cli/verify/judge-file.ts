import type { Answer } from './ask.ts';
import { sha256, textOf } from './ask.ts';
import { finding, type Finding } from './finding.ts';
import type { Listed, Published } from './published.ts';
import { isData, isText, typesOf } from './types.ts';

const NOT_FOUND = '/404.html';

/** Seconds: of files whose names change with their content, and of all others. */
const long = 86_400 * 180;
const tooLong = 86_400 * 7;

/** A text of so many bytes is worth compressing. */
const worth = 1400;

/** Whether the words of a file are those that its build wrote. */
export function judgeContent(file: Listed, answer: Answer, { release, files }: Published): Finding[] {
  const { path, hash, bytes } = file;
  const { status, body } = answer;
  // Some servers send this page with its own status only.
  if (status !== 200 && !(path === NOT_FOUND && status === 404))
    return [
      status === 404 || status === 410
        ? finding('file-missing', path, 'The file is not there.')
        : finding('file-unreachable', path, `The server answers with the status ${String(status)}.`),
    ];
  const found = sha256(body);
  if (found.startsWith(hash)) return [];
  const pages = files.filter((one) => one.path === '/' || one.path === NOT_FOUND);
  if (pages.some((page) => page.path !== path && found.startsWith(page.hash)))
    return [finding('page-instead', path, 'A page of the site is sent in its place.')];
  const its = path.endsWith('/') ? releaseOf(textOf(answer)) : undefined;
  if (its !== undefined && its !== release)
    return [finding('file-other-release', path, `It is of release ${its}, the list of release ${release}.`)];
  const length = body.length;
  if (bytes !== undefined && length < bytes)
    return [
      finding(
        'file-truncated',
        path,
        `It has ${String(length)} bytes of the ${String(bytes)} that its build wrote.`,
      ),
    ];
  return [finding('file-changed', path, `It is not as its build wrote it (${String(length)} bytes).`)];
}

/** The release that a page says it is of, in its last lines. */
function releaseOf(html: string): string | undefined {
  return /\/changes\/"[^>]*>release ([^<]+)<\/a>/.exec(html)?.[1];
}

/** How a file is sent: type, compression, caching, and whether programs elsewhere may read it. */
export function judgeHeaders(path: string, { headers, body, redirected, url }: Answer): Finding[] {
  return [
    ...judgeType(path, headers.get('content-type') ?? ''),
    ...judgeCaching(path, headers.get('cache-control') ?? ''),
    ...(isData(path) && headers.get('access-control-allow-origin') !== '*'
      ? [finding('cors-missing', path, 'Scripts of other sites may not read it.')]
      : []),
    ...(isText(path) && body.length > worth && !headers.has('content-encoding')
      ? [finding('uncompressed', path, `Its ${String(body.length)} bytes are sent as they are.`)]
      : []),
    ...(redirected ? [finding('redirected', path, `It leads on to ${url}.`)] : []),
  ];
}

function judgeType(path: string, sent: string): Finding[] {
  const types = typesOf(path);
  if (!types) return [];
  const [type = '', ...parameters] = sent.toLowerCase().split(';');
  const charset = parameters
    .map((one) => one.trim())
    .find((one) => one.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  const said = sent === '' ? 'without a type' : `as ${sent}`;
  const { meant, also = [], isNeeded } = types;
  if (![meant, ...also].includes(type.trim()))
    return [finding(isNeeded ? 'type-wrong' : 'type-inexact', path, `It is sent ${said}, not as ${meant}.`)];
  if (charset === undefined ? type === 'text/plain' : charset !== 'utf-8' && charset !== 'utf8')
    return [finding('charset-wrong', path, `It is sent ${said}; its letters are UTF-8.`)];
  return [];
}

function judgeCaching(path: string, control: string): Finding[] {
  const seconds = Number(/(?:^|[ ,])max-age=(\d+)/.exec(control)?.[1] ?? 0);
  if (path.startsWith('/_astro/'))
    return seconds >= long
      ? []
      : [finding('assets-not-cached', path, `It is sent with ${control || 'nothing'} as its Cache-Control.`)];
  return seconds > tooLong || control.includes('immutable')
    ? [finding('cached-too-long', path, `Browsers are told to keep it (${control}).`)]
    : [];
}
