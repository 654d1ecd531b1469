import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { startBooks } from './books/pool.ts';
import { builtBooks, builtEdition, keepBooks, keepBuiltEdition } from './built-edition.ts';
import { codeDigest } from './code-digest.ts';
import { contentRoot, readContent } from './content-files.ts';
import { writeArchive } from './downloads/archive.ts';
import { assemble } from './edition/assemble.ts';
import { rightsReport, rightsWarnings } from './edition/rights.ts';
import { withhold } from './edition/withhold.ts';
import { rightsPolicy } from './rights-policy.ts';
import { isPreview } from './preview.ts';
import { ProblemsError } from './edition/problem.ts';
import { writeSizes } from './downloads/sizes.ts';
import { writeOfflineList } from './offline/list.ts';
import { DATA, sourcePath } from './routes.ts';
import { writeSearchIndex } from './search-index/write.ts';
import { timed } from './timed.ts';
import { watchContent } from './workshop/watch.ts';

/**
 * Stands at both ends of a build: before it, the content is checked and the build stops at any
 * problem; the pages and, after them, the search index and the archive are drawn from the text model made here.
 */
export function edition(): AstroIntegration {
  const root = contentRoot();
  let site = new URL('http://localhost:4321');
  return {
    name: 'edition',
    hooks: {
      'astro:config:setup': ({ config, logger, command }) => {
        if (command === 'build' && config.site?.includes('://localhost')) {
          logger.warn(
            `The edition’s address is ${config.site}: links and citations will name it. Set EDITION_ADDRESS or \`address\` in content/edition.yaml.`,
          );
        }
      },
      'astro:config:done': ({ config }) => {
        if (config.site !== undefined) site = new URL(config.site);
      },
      'astro:server:setup': (options) => watchContent(root, options),
      'astro:build:start': async ({ logger }) => {
        const { edition: assembled, collations, problems } = assemble(await readContent(root));
        if (problems.length > 0 || !assembled) throw new ProblemsError(problems);
        if (isPreview()) logger.warn('A preview, not to be published: EDITION_PREVIEW says so.');
        // What may not be shown goes first: nothing that is written has the whole edition.
        const shown = withhold(assembled, rightsPolicy());
        keepBuiltEdition(shown, await codeDigest());
        if (withBooks()) keepBooks(await startBooks(shown, { root, site: site.href }));
        for (const line of rightsWarnings(shown)) logger.warn(line);
        for (const line of rightsReport(shown)) logger.info(line);
        for (const { sourceId, collations: proofs } of collations) {
          for (const { siglum, rows } of proofs) {
            const body = rows[0];
            logger.info(
              `${sourceId}: ${String(body?.found ?? 0)} of ${String(body?.total ?? 0)} words of witness ${siglum} in the text`,
            );
          }
        }
      },
      'astro:build:done': async ({ dir, logger }) => {
        const built = builtEdition();
        if (!built) return;
        const outDir = fileURLToPath(dir);
        const writeDownloads = async () => {
          const books = await builtBooks()?.writeTo(outDir);
          if (books) logger.info(`EPUB and PDF: ${String(books.files)} files, ${kilobytes(books.bytes)}`);
          else logger.warn('No EPUB and no PDF: EDITION_BOOKS says so.');
          const { files, bytes } = await writeArchive(outDir, built, site);
          logger.info(`archive: ${String(files)} files, ${kilobytes(bytes)}`);
        };
        const writeIndex = async () => {
          const { records, files, bytes } = await writeSearchIndex(built, outDir);
          logger.info(
            `search index: ${String(records)} records, ${String(files)} files, ${kilobytes(bytes)}`,
          );
        };
        // Pagefind works in a process of its own, and neither needs what the other writes.
        await Promise.all([timed('search index', writeIndex), timed('archive', writeDownloads)]);
        await writeSizes(outDir, [DATA, ...built.sources.map(({ id }) => sourcePath(id))]);
        // Last, since it lists what all others have written.
        const list = await timed('list of files to keep', () =>
          writeOfflineList(outDir, built.header.release, site.pathname),
        );
        logger.info(`to keep: ${String(list.files.length)} files, ${kilobytes(list.bytes)}`);
      },
    },
  };
}

/**
 * Whether EPUBs and PDFs are made: they are most of the work in a large edition.
 * @throws Error where `EDITION_BOOKS` says neither.
 */
function withBooks(): boolean {
  const said = process.env['EDITION_BOOKS'] ?? 'all';
  if (said !== 'all' && said !== 'none')
    throw new Error(`EDITION_BOOKS is “${said}”. Set it to \`all\` (which it is unset) or \`none\`.`);
  return said === 'all';
}

function kilobytes(bytes: number): string {
  return `${String(Math.round(bytes / 1024))} KB`;
}
