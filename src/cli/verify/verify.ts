import { someAtOnce } from '../../edition/some-at-once.ts';
import { OFFLINE_LIST } from '../../routes.ts';
import { askAt, reasonOf, type Answer } from './ask.ts';
import { finding, type Finding } from './finding.ts';
import { judgeContent, judgeHeaders } from './judge-file.ts';
import { judgeSite } from './judge-site.ts';
import { readPublished, type Listed } from './published.ts';

export interface Verdict {
  /** Of the site, with `/` at its end. */
  address: string;
  release?: string;
  /** How many files the site says it has, and how many of them were asked for. */
  files: number;
  asked: number;
  findings: Finding[];
}

/** So many files are asked for at a time. */
const atOnce = 8;

/**
 * Asks a deployed site for its files and says what is wrong with it.
 * @param sample how many files to ask for, spread evenly over the list; all when it is undefined.
 * @throws where the site cannot be reached, or changes meanwhile.
 */
export async function verify(address: URL, sample?: number): Promise<Verdict> {
  // Whoever leaves out the last stroke, or `https`, is sent on by the server.
  const given = new URL(address.pathname.endsWith('/') ? address : `${address.href}/`);
  const list = await askAt(given)(OFFLINE_LIST);
  const isMoved = list.redirected && list.url.endsWith(OFFLINE_LIST);
  const top = isMoved ? new URL(list.url.slice(0, 1 - OFFLINE_LIST.length)) : given;
  const ask = askAt(top);
  const { published, findings } = await readPublished(ask, top.pathname);
  if (!published) return { address: top.href, files: 0, asked: 0, findings };

  const chosen = spread(published.files, sample);
  const judge = async (file: Listed): Promise<Finding[]> => {
    let answer: Answer;
    try {
      answer = await ask(file.path);
    } catch (error) {
      return [finding('file-unreachable', file.path, `It did not arrive whole: ${reasonOf(error)}.`)];
    }
    const faults = judgeContent(file, answer, published);
    return faults.length > 0
      ? faults.concat(answer.status === 200 ? typeFaults(file, answer) : [])
      : judgeHeaders(file.path, answer);
  };
  findings.push(...(await someAtOnce(chosen, atOnce, judge)).flat());
  findings.push(...(await judgeSite(ask, top, published)));
  const { published: after } = await readPublished(ask, top.pathname);
  if (after?.id !== published.id) throw new Error('a new release was published meanwhile; run this again.');
  const { release, files } = published;
  return { address: top.href, release, files: files.length, asked: chosen.length, findings };
}

/** What is wrong with how a file is sent whose content is wrong already; a page in its place has that page's type. */
function typeFaults({ path }: Listed, answer: Answer): Finding[] {
  return judgeHeaders(path, answer).filter(({ level, code }) => level === 'fault' && code !== 'type-wrong');
}

/** `count` of the files, as far apart from each other as can be, the first among them. */
function spread(files: readonly Listed[], count = files.length): readonly Listed[] {
  if (count >= files.length) return files;
  return Array.from(
    { length: count },
    (_, place) => files[Math.floor((place * files.length) / count)],
  ).filter((file) => file !== undefined);
}
