import type { z } from 'zod';
import { ruleGroups } from '../../edition/problems/catalogue.ts';
import type { Rule } from '../../edition/problems/rule.ts';
import { apparatusSchema } from '../../schemas/apparatus.ts';
import { claimsSchema } from '../../schemas/claim.ts';
import { diagramSchema } from '../../schemas/diagram.ts';
import { editionSchema } from '../../schemas/edition.ts';
import { entitySchema } from '../../schemas/entity.ts';
import { figureSchema } from '../../schemas/figure.ts';
import { noteSchema } from '../../schemas/note.ts';
import { pageSchema } from '../../schemas/page.ts';
import { sourceSchema } from '../../schemas/source.ts';
import { topicSchema } from '../../schemas/topic.ts';
import { docstringsOf } from './docstrings.ts';
import { keysOf } from './keys.ts';

/** The manual, `content/README.md`, whose tables stand between `<!-- keys: note -->` and `<!-- end -->`. */
export const MANUAL = 'content/README.md';

/** What a table can be of: the file of `schemas/`, the name of the schema in it, and the schema. */
export const tables: Record<string, [file: string, name: string, schema: z.ZodType]> = {
  edition: ['edition.ts', 'editionSchema', editionSchema],
  source: ['source.ts', 'sourceSchema', sourceSchema],
  apparatus: ['apparatus.ts', 'apparatusSchema', apparatusSchema],
  note: ['note.ts', 'noteSchema', noteSchema],
  entity: ['entity.ts', 'entitySchema', entitySchema],
  topic: ['topic.ts', 'topicSchema', topicSchema],
  claims: ['claim.ts', 'claimsSchema', claimsSchema],
  figure: ['figure.ts', 'figureSchema', figureSchema],
  diagram: ['diagram.ts', 'diagramSchema', diagramSchema],
  page: ['page.ts', 'pageSchema', pageSchema],
};

/** The manual with every table and the list of rules made anew; throws for a table that is not known. */
export function fillManual(text: string): string {
  return text.replace(
    /(<!-- (keys: (\w+)|rules) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, what: string, name: string | undefined, end: string) =>
      `${start}\n${what === 'rules' ? rulesSection() : tableOf(name ?? '')}\n${end}`,
  );
}

function tableOf(name: string): string {
  const table = tables[name];
  if (!table) throw new Error(`${MANUAL} asks for the keys of \`${name}\`, which are not known.`);
  const [file, constant, schema] = table;
  const docs = docstringsOf(file, constant);
  const rows = keysOf(schema).map(({ path, isNeeded, standard, value, hint }) => {
    const need = isNeeded ? 'yes' : standard === undefined ? '' : `else \`${standard}\``;
    return row([
      `\`${shownPath(path, schema)}\``,
      need,
      value,
      [docs.get(path), hint].filter(Boolean).join(' '),
    ]);
  });
  return ['| Key | Needed | Value | Meaning |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

/** `decisions.?0.at` as an editor knows it: `decisions › sic › at`. */
function shownPath(path: string, schema: z.ZodType): string {
  const kinds = schema === apparatusSchema ? ['sic', 'join', 'omitted', 'supplied', 'boundary'] : [];
  return path
    .split('.')
    .map((part) =>
      part.startsWith('?') ? `(${kinds[Number(part.slice(1))] ?? part})` : part === '*' ? '…' : part,
    )
    .join(' › ');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function rulesSection(): string {
  return ruleGroups
    .flatMap(({ title, rules }) => [
      `### ${title}\n`,
      ...Object.entries<Rule>(rules).map(([code, rule]) => `#### ${code}\n\n${rule.title}. ${rule.means}\n`),
    ])
    .join('\n');
}
