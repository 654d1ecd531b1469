/** A build in a process of its own, which has begun to make its books and never asks for them. */
import { readContent } from '../../src/content-files.ts';
import { startBooks } from '../../src/books/pool.ts';
import { assemble } from '../../src/edition/assemble.ts';

const { edition } = assemble(await readContent('tests/fixtures/edition'));
if (!edition) throw new Error('The fixture has problems.');
await startBooks(edition, {
  root: 'wait',
  site: 'https://example.org',
  program: new URL('./book-thread.ts', import.meta.url),
});
process.stdout.write('begun');
