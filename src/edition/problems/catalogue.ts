import { aroundRules } from './around.ts';
import { fileRules } from './files.ts';
import { ledgerRules } from './ledger.ts';
import { rightsRules } from './rights.ts';
import type { Rule } from './rule.ts';
import { textRules } from './text.ts';
import { witnessRules } from './witness.ts';

/** The rules in the groups and order of the editor's manual. */
export const ruleGroups = [
  { title: 'Files', rules: fileRules },
  { title: 'The text of a source', rules: textRules },
  { title: 'The witness', rules: witnessRules },
  { title: 'What stands around the sources', rules: aroundRules },
  { title: 'Rights', rules: rightsRules },
  { title: 'Addresses and releases', rules: ledgerRules },
] as const;

const all = { ...fileRules, ...textRules, ...witnessRules, ...aroundRules, ...rightsRules, ...ledgerRules };

/** The permanent name of a rule. Whatever finds a problem names one of these, so each has its entry. */
export type ProblemCode = keyof typeof all;

export const rules: Readonly<Record<ProblemCode, Rule>> = all;

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(all, text);
}
