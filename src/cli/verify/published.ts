import { z } from 'zod';
import type { OfflineList } from '../../browser/offline/list.ts';
import { OFFLINE_LIST, sumsPath } from '../../routes.ts';
import { reasonOf, sha256, textOf, type Ask } from './ask.ts';
import { finding, type Finding } from './finding.ts';

/** A file that the site says it has. */
export interface Listed {
  path: string;
  /** SHA-256 in hexadecimal digits, or the first 16 of them. */
  hash: string;
  /** Length where the list tells it. */
  bytes?: number;
}

export interface Published {
  /** Changes whenever a file does. */
  id: string;
  release: string;
  files: Listed[];
}

const listShape = z.object({
  id: z.string(),
  release: z.string(),
  bytes: z.number(),
  files: z.array(z.tuple([z.string(), z.string(), z.number()])).min(1),
}) satisfies z.ZodType<OfflineList>;

/**
 * The list of the site's files: those that readers may keep, and those of its data, which has its own.
 * @param base the path of the site on its server, with a stroke at both ends.
 * @throws where the server cannot be reached.
 */
export async function readPublished(
  ask: Ask,
  base: string,
): Promise<{ published?: Published; findings: Finding[] }> {
  const answer = await ask(OFFLINE_LIST);
  if (answer.status !== 200)
    return {
      findings: [
        finding(
          'list-missing',
          OFFLINE_LIST,
          `The list of files is not there: status ${String(answer.status)}.`,
        ),
      ],
    };
  const list = listShape.safeParse(jsonOf(textOf(answer)));
  if (!list.success)
    return {
      findings: [finding('list-missing', OFFLINE_LIST, 'What stands here is not the list of files.')],
    };
  const { id, release, files } = list.data;
  const findings: Finding[] = [];
  if (sha256(JSON.stringify(files)).slice(0, 16) !== id)
    findings.push(finding('list-disagrees', OFFLINE_LIST, 'The list of files is not as its build wrote it.'));
  // The browser keeps files by their whole paths, so the list may have the base before each.
  const isWhole = files.every(([path]) => path.startsWith(base));
  const all = new Map<string, Listed>();
  for (const [whole, hash, bytes] of files) {
    const path = isWhole ? whole.slice(base.length - 1) : whole;
    all.set(path, { path, hash, bytes });
  }
  for (const sum of await readSums(ask, findings)) {
    const known = all.get(sum.path);
    if (known && !sum.hash.startsWith(known.hash))
      findings.push(
        finding('list-disagrees', sum.path, `${sumsPath()} and ${OFFLINE_LIST} do not say the same of it.`),
      );
    else all.set(sum.path, { ...known, ...sum });
  }
  return { published: { id, release, files: [...all.values()] }, findings };
}

/** The sums of the data files; a missing file is told by the list that names it. */
async function readSums(ask: Ask, findings: Finding[]): Promise<Listed[]> {
  try {
    const answer = await ask(sumsPath());
    if (answer.status !== 200) return [];
    return [...textOf(answer).matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, hash = '', path = '']) => ({
      path: encodeURI(`/${path}`),
      hash,
    }));
  } catch (error) {
    findings.push(finding('file-unreachable', sumsPath(), reasonOf(error)));
    return [];
  }
}

/** @returns undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
