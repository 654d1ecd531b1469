/** What is wrong with YAML, or with its values, in the words of an editor. */
import type { ErrorCode, YAMLParseError } from 'yaml';
import type { z } from 'zod';

interface Said {
  fact: string;
  action: string;
}

const QUOTED = 'Set the whole value in quotation marks.';
const KEYED = 'Write `key: value`, with a space after the colon.';

const SAID: Partial<Record<ErrorCode, Said>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    fact: 'A value here holds `: `, or the next line begins too far to the right.',
    action: 'Set a value with `: ` in it in quotation marks; begin keys that belong together in one column.',
  },
  MULTILINE_IMPLICIT_KEY: {
    fact: 'This line has no key with `: ` after it.',
    action: `${KEYED} A value that goes on in another line begins further to the right there.`,
  },
  TAB_AS_INDENT: { fact: 'This line begins with a tab.', action: 'Begin it with spaces.' },
  UNEXPECTED_TOKEN: {
    fact: 'A value begins with a quotation mark, a bracket or an asterisk, and words follow after its end.',
    action: `${QUOTED} An apostrophe within \`'…'\` is written twice.`,
  },
  DUPLICATE_KEY: {
    fact: 'This key stands twice.',
    action: 'Keep one of the two; several values are a list.',
  },
  BAD_SCALAR_START: { fact: 'A value begins with a sign that YAML keeps for itself.', action: QUOTED },
  BAD_DQ_ESCAPE: {
    fact: 'A value in double quotation marks holds a backslash.',
    action: 'Write the backslash twice, or set the value in single quotation marks.',
  },
  MULTIPLE_DOCS: { fact: 'A line `---` stands within the file.', action: 'Remove it.' },
};

/** The fault and what to do about it. */
export function sayYamlError({ code, message }: YAMLParseError): Said {
  if (message.startsWith('Flow ') || /^Missing closing ["']/.test(message))
    return {
      fact: `A ${message.startsWith('Flow') ? 'bracket' : 'quotation mark'} is opened and not closed.`,
      action: 'Close it; if it belongs to the words of a value, set the whole value in quotation marks.',
    };
  if (code === 'BAD_INDENT')
    return {
      fact: 'This line does not begin in the same column as those it belongs to.',
      action: 'Begin it in the column of the keys or the list beside it.',
    };
  if (code === 'MISSING_CHAR') return { fact: 'This line has no key with `: ` after it.', action: KEYED };
  return (
    SAID[code] ?? {
      fact: `This is not YAML: ${(message.split(/ at line \d+/)[0] ?? '').trim()}.`,
      action: 'Mend the line; a value with `: ` or ` #` in it needs quotation marks.',
    }
  );
}

const WANTED: Record<string, string> = {
  number: 'Write a number, without quotation marks.',
  int: 'Write a whole number.',
  boolean: 'Write `true` or `false`, without quotation marks.',
  array: 'Write a list: each item on a line of its own below the key, after `- `.',
  object: 'Write keys and values below it: `key: value`.',
  record: 'Write keys and values below it: `key: value`.',
};

/** What to write where a value does not fit: what the schema says itself, or what its type asks for. */
export function sayIssue(issue: z.core.$ZodIssue): string {
  if (!/^(?:Invalid|Too small)/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') {
    if (issue.expected !== 'string') return WANTED[issue.expected] ?? issue.message;
    return /(?:number|boolean)$/.test(issue.message)
      ? 'Set it in quotation marks: a number, `true` and `false` are no words without them.'
      : 'Write words after the key, no list and no keys.';
  }
  if (issue.code === 'invalid_value') return `Write ${oneOf(issue.values)}.`;
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return `Write ${oneOf(issue.options)}.`;
  if (issue.code !== 'too_small') return issue.message;
  if (issue.origin === 'string') return 'Write something here, or leave the key out.';
  return issue.origin === 'array' ? 'List one at least, or leave the key out.' : issue.message;
}

function oneOf(values: readonly unknown[]): string {
  const all = values.map((value) => `\`${String(value)}\``);
  return all.length === 1 ? all.join('') : `one of ${all.join(', ')}`;
}
