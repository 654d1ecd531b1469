import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fillManual, MANUAL } from './fill.ts';

/** `npm run manual`: makes the tables of keys and the list of rules in the editor's manual anew. */
const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
if (values.help)
  console.log(`npm run manual
  Makes the tables of keys and the list of rules in ${MANUAL} anew, from src/schemas/ and
  src/edition/problems/. All other words of the manual are written by hand.`);
else {
  const before = await readFile(MANUAL, 'utf8');
  const after = fillManual(before);
  if (after !== before) await writeFile(MANUAL, after);
  console.log(`${MANUAL}: ${after === before ? 'up to date' : 'brought up to date'}`);
}
