import type { Nodes, Parents, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { parse as parseYaml } from 'yaml';
import { asDate, asLanguage, asWords, type MarkedBlock, type MarkedDocument } from './document.ts';
import { readHtmlInto } from './html-reader.ts';
import { MarkedWriter } from './writer.ts';

const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\n([\s\S]*?\n)?(?:\1|\.\.\.)[ \t]*(?:\n|$)/;

/**
 * Reads Markdown (CommonMark 0.31 with the footnotes of GitHub): its words without the marks of Markdown,
 * the number of an item and the label of a footnote (`[^1]`) as they are written.
 */
export function readMarkdown(source: string): MarkedDocument {
  const front = FRONT_MATTER.exec(source);
  const writer = new MarkedWriter();
  if (front) {
    writer.aside(
      front[2] ?? '',
      'The front matter of the Markdown file; what it says belongs in source.yaml.',
    );
    writer.end();
  }
  const tree = fromMarkdown(source.slice(front?.[0].length ?? 0), {
    extensions: [gfmFootnote()],
    mdastExtensions: [gfmFootnoteFromMarkdown()],
  });
  const reader = new MarkdownReader(writer);
  reader.children(tree);
  writer.end();
  return { blocks: writer.finish(), titleLevel: 1, ...factsOf(front?.[1] === '---' ? front[2] : undefined) };
}

function factsOf(yaml: string | undefined): Pick<MarkedDocument, 'title' | 'author' | 'date' | 'language'> {
  let found: unknown;
  try {
    // A date stays as it is written.
    found = parseYaml(yaml ?? '', { schema: 'failsafe' });
  } catch {
    found = undefined;
  }
  const values = new Map(Object.entries(typeof found === 'object' && found !== null ? found : {}));
  const value = (name: string): string | undefined => {
    const one: unknown = values.get(name);
    return asWords(typeof one === 'string' ? one : undefined);
  };
  return {
    title: value('title'),
    author: value('author'),
    date: asDate(value('date')),
    language: asLanguage(value('lang') ?? value('language')),
  };
}

class MarkdownReader {
  readonly #out: MarkedWriter;
  #note: MarkedBlock['note'];
  #hasLinks = false;

  constructor(writer: MarkedWriter) {
    this.#out = writer;
  }

  children(parent: Parents): void {
    const nodes: RootContent[] = parent.children;
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] as RootContent;
      const end = node.type === 'html' && /^<sup\b/i.test(node.value) ? closing(nodes, i) : -1;
      if (end < 0) this.#node(node);
      else {
        this.#out.raised(() => {
          for (const inner of nodes.slice(i + 1, end)) this.#node(inner);
        });
        i = end;
      }
    }
  }

  #node(node: Nodes): void {
    const out = this.#out;
    switch (node.type) {
      case 'text':
        return this.#text(node.value);
      case 'emphasis':
      case 'strong':
        return out.span(node.type, () => {
          this.children(node);
        });
      case 'break':
        return out.lineEnd();
      case 'inlineCode':
        return out.add(node.value);
      case 'code':
        return this.#code(node.value);
      case 'html':
        return this.#html(node.value);
      case 'heading':
        out.begin('heading', { level: node.depth });
        this.children(node);
        return out.end();
      case 'paragraph':
        out.end();
        this.children(node);
        return out.end();
      case 'blockquote':
        return this.#note
          ? this.children(node)
          : out.within('quotation', {}, () => {
              this.children(node);
            });
      case 'list':
        return this.#list(node);
      case 'footnoteReference': {
        const { identifier, label } = node;
        return out.call(identifier, () => {
          out.add(`[^${label ?? identifier}]`);
        });
      }
      case 'footnoteDefinition': {
        this.#note = { id: node.identifier, mark: node.label ?? node.identifier };
        out.within('note', { note: this.#note }, () => {
          out.add(`[^${node.label ?? node.identifier}]: `);
          const [first, ...rest] = node.children;
          if (first?.type === 'paragraph') this.children(first);
          else if (first) this.#node(first);
          for (const block of rest) this.#node(block);
        });
        this.#note = undefined;
        return;
      }
      case 'thematicBreak':
        return out.doubt('mark', 'A rule stands before this; it is not kept.');
      case 'image':
      case 'imageReference':
        return out.doubt(
          'mark',
          `A picture stands here${node.alt ? `: “${node.alt}”` : ''}; it is not kept.`,
        );
      case 'link':
      case 'linkReference':
        if (!this.#hasLinks)
          out.doubt(
            'mark',
            'Links lead elsewhere; only their words are kept, their addresses stand in the original.',
          );
        this.#hasLinks = true;
        return this.children(node);
      case 'definition':
      case 'yaml':
        return;
      default:
        if ('children' in node) this.children(node);
        else if ('value' in node) out.add(node.value);
    }
  }

  /** `:pb[12]` is the mark of a page, as this edition and others write it. */
  #text(value: string): void {
    value.split(/:pb\[([^\s[\]{}]+)\]/).forEach((part, i) => {
      if (i % 2 === 1) return this.#out.page(part);
      part.split('\n').forEach((line, j) => {
        if (j > 0) this.#out.wrap();
        this.#out.add(line);
      });
    });
  }

  #list(list: Extract<Nodes, { type: 'list' }>): void {
    const kind = this.#note ? 'note' : 'item';
    list.children.forEach((item, i) => {
      this.#out.within(kind, { note: this.#note }, () => {
        const [first, ...rest] = item.children;
        if (list.ordered) this.#out.add(`${String((list.start ?? 1) + i)}. `);
        if (first?.type === 'paragraph') this.children(first);
        else if (first) this.#node(first);
        for (const block of rest) this.#node(block);
      });
    });
  }

  #code(value: string): void {
    this.#out.end();
    this.#out.doubt('paragraph', 'Set as code in the file: its lines are kept if they look like verse.');
    value.split('\n').forEach((line) => {
      this.#out.add(line);
      this.#out.lineEnd();
    });
    this.#out.end();
  }

  #html(value: string): void {
    if (/^<br\b/i.test(value)) return this.#out.lineEnd();
    const comment = /^<!--([\s\S]*?)-->/.exec(value)?.[1];
    if (comment !== undefined)
      this.#out.doubt('mark', `A comment in the file is not kept: “${comment.trim()}”.`);
    // Tags within a line stand alone; a block of HTML has its words in it.
    else if (!/^<[^>]*>$/.test(value)) readHtmlInto(this.#out, value);
    else if (!/^<\//.test(value)) this.#out.doubt('mark', `The mark \`${value}\` is not kept.`);
  }
}

function closing(nodes: RootContent[], from: number): number {
  return nodes.findIndex((node, i) => i > from && node.type === 'html' && /^<\/sup/i.test(node.value));
}
