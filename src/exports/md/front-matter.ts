import type { Source } from '../../edition/model.ts';
import { authorsOf } from '../../edition/labels.ts';
import type { SourceFacts } from '../source-facts.ts';

/**
 * The head of a Markdown file, in YAML: texts and lists of texts only, which Obsidian can show. The names
 * are Pandoc's where it has one.
 */
export function frontMatter(source: Source, facts: SourceFacts): string {
  const { header } = source;
  const rows: [name: string, value: string | string[]][] = [
    ['title', facts.title],
    ['author', authorsOf(source).split(', ')],
    ['date', header.date],
    ['container-title', facts.container],
    ['lang', header.language],
    ['url', facts.address],
    ['release', facts.release],
    ['citation', facts.citation],
    ['supplied', facts.supplied],
    ['witness', facts.witnesses],
    ['notes', facts.hands],
    ['rights', facts.rights.map(({ whose, words }) => `${whose}: ${words}`)],
    ['rights-url', facts.rightsAddress],
  ];
  const lines = rows.flatMap(([name, value]) => {
    if (typeof value === 'string') return [`${name}: ${quoted(value)}`];
    return value.length === 0 ? [] : [`${name}:`, ...value.map((one) => `  - ${quoted(one)}`)];
  });
  return ['---', ...lines, '---'].join('\n');
}

/** A string of JSON is one of YAML too. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
