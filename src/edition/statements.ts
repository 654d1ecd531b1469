import type { z } from 'zod';
import { pageSchema } from '../schemas/page.ts';
import { parseMarkdown, type Block } from './markdown.ts';
import type { Text } from './model.ts';
import type { Problem, Result } from './problem.ts';
import type { RawFile } from './raw.ts';
import { readYaml, splitFrontMatter } from './yaml.ts';

type Grounds = z.infer<typeof pageSchema>['references'];

/** A paragraph of a page of the edition's own prose. */
export interface Statement {
  /** Its block id, `p3`. */
  id: string | undefined;
  text: Text;
  /** What it rests on. */
  ground: Grounds[string] | undefined;
}

export interface Section {
  /** Made of the heading: `the-famine`. */
  id: string;
  heading: string;
  statements: Statement[];
}

/** A page whose paragraphs each say what they rest on. */
interface StatementPage {
  /** What stands before the first heading: it speaks of the page and rests on nothing. */
  opening: Text[];
  sections: Section[];
}

/** Reads the body of a page with `references`; a paragraph without its entry is a problem. */
export function readStatements(
  body: string,
  grounds: Grounds,
  { file, bodyLine }: { file: string; bodyLine: number },
): Result<StatementPage> {
  const parsed = parseMarkdown(body, file, { links: true, firstLine: bodyLine });
  const problems = [...parsed.problems];
  const value: StatementPage = { opening: [], sections: [] };
  const met = new Set<string>();

  for (const block of parsed.value.body) {
    if (block.type === 'heading') {
      value.sections.push({ id: headingId(block.words), heading: block.words, statements: [] });
    } else if (block.kind !== 'prose') {
      problems.push(markupFault(block));
    } else {
      const section = value.sections.at(-1);
      if (!section) {
        value.opening.push(block.text);
        continue;
      }
      const ground = block.anchor === undefined ? undefined : grounds[block.anchor];
      if (block.anchor !== undefined && met.has(block.anchor)) problems.push(twiceFault(block, block.anchor));
      else if (!ground) problems.push(groundFault(block));
      if (block.anchor !== undefined) met.add(block.anchor);
      section.statements.push({ id: block.anchor, text: block.text, ground });
    }
  }
  return { value, problems };
}

/** A whole page from its file; undefined where it has no front matter, or faults there, as the check tells. */
export function readStatementPage({ file, text }: RawFile): (StatementPage & { title: string }) | undefined {
  const parts = splitFrontMatter(text);
  const header = parts && readYaml(parts.matter, file, pageSchema).value;
  if (!parts || !header) return undefined;
  const { value } = readStatements(parts.body, header.references, { file, bodyLine: parts.bodyLine });
  return { title: header.title, ...value };
}

/** As Markdown processors make an id of a heading. */
function headingId(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function groundFault({ anchor, place }: Block): Problem {
  return {
    code: 'statement-reference-missing',
    place,
    fact:
      anchor === undefined
        ? 'This paragraph has no id, so nothing says what it rests on.'
        : `Nothing under \`references\` says what paragraph \`${anchor}\` rests on.`,
    action:
      'End it with an id like `^p3`, and write under `references` what `p3` rests on: works, or `checked: standard`.',
  };
}

function twiceFault({ place }: Block, anchor: string): Problem {
  return {
    code: 'anchor-duplicate',
    place,
    fact: `An earlier paragraph of this page has the id \`${anchor}\`.`,
    action: 'Give this paragraph an id of its own, with its own entry under `references`.',
  };
}

function markupFault({ place }: Block): Problem {
  return {
    code: 'statement-markup',
    place,
    fact: 'A page whose paragraphs say what they rest on has headings and paragraphs only.',
    action: 'Write this as plain paragraphs.',
  };
}
