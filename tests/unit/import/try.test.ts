import { test } from 'vitest';
import { parseMarkdown } from '../../../src/edition/markdown.ts';
import { importText } from '../../../src/import/import-source.ts';
import { original, typeset, type Setting } from './typeset.ts';
import { settings } from './settings.ts';
test('try', () => {
  for (const id of ['strong-1934', 'james-1937-13']) {
    const text = original(id);
    const want = text.parts.filter((p) => p.heading === undefined).map((p) => p.words);
    for (const [name, s] of Object.entries(settings)) {
      const set = typeset(text, s as Setting);
      const made = importText(new TextEncoder().encode(set), { id: 'a', file: 'a.txt', hand: 'author' });
      const file = parseMarkdown(made.files.get('text.md') as string, 'text.md').value;
      const blocks = file.body.flatMap((b) => (b.type === 'block' ? [b] : []));
      const got = blocks.map((b) => b.text.words);
      const heads = file.body.flatMap((b) => (b.type === 'heading' ? [b.words] : []));
      const calls = blocks.flatMap((b) => b.text.points.filter((p) => p.type === 'call')).length;
      const found = made.collation?.rows.reduce((a, r) => a + r.found, 0);
      const right = want.filter((w) => got.includes(w)).length;
      console.log(id.slice(0, 6), name.padEnd(26), `words ${found}/${made.collation?.whole}`, `paras ${right}/${want.length} (got ${got.length})`, `notes ${file.notes.length}/${text.notes.length} calls ${calls}`, `heads ${heads.length}`, `doubts ${made.doubts.length}`, `problems ${made.problems.length} ${made.problems[0]?.code ?? ''}`);
    }
  }
});
