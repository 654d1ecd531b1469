import { setImmediate } from 'node:timers/promises';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { readNeeded } from '../needed-file.ts';

/**
 * Faces as TrueType, which is what Typst reads; the package that the pages take theirs from has WOFF only.
 * The compiler brings Libertinus and New Computer Modern for what Alegreya lacks. No face of the system
 * is used, so that every machine sets the same pages.
 */
const FACES = 'node_modules/@expo-google-fonts/alegreya';
const STYLES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

let compiler: Promise<NodeCompiler> | undefined;

function getCompiler(): Promise<NodeCompiler> {
  compiler ??= Promise.all(STYLES.map((name) => readNeeded(`${FACES}/${name}/Alegreya_${name}.ttf`))).then(
    // The workspace is a folder that is not there: templates read nothing but what they are given.
    (fontBlobs) => NodeCompiler.create({ workspace: '/nowhere', fontArgs: [{ fontBlobs }] }),
  );
  return compiler;
}

const templates = new Map<string, Promise<string>>();

function template(name: string): Promise<string> {
  const known = templates.get(name) ?? readTemplate(name);
  templates.set(name, known);
  return known;
}

async function readTemplate(name: string): Promise<string> {
  return (await readNeeded(`src/exports/pdf/${name}.typ`)).toString();
}

/** A document that is set, and its file. */
interface Typeset {
  pages: number;
  pdf: () => Uint8Array<ArrayBuffer>;
}

/**
 * Sets data by templates, one after the other as one file.
 * @throws Error with what Typst says, where it cannot.
 */
export async function typeset(names: readonly string[], data: unknown): Promise<Typeset> {
  const [typst, ...texts] = await Promise.all([getCompiler(), ...names.map(template)]);
  // Documents are freed between turns of the event loop only; without one, memory grows with every file.
  await setImmediate();
  const result = typst.compile({
    mainFileContent: texts.join('\n'),
    inputs: { data: JSON.stringify(data) },
  });
  const document = result.result;
  if (!document) {
    const faults = (result.takeDiagnostics()?.shortDiagnostics ?? []) as { message?: string }[];
    const said = faults.map(({ message }) => message).join('; ');
    const files = names.map((name) => `src/exports/pdf/${name}.typ`).join(', ');
    throw new Error(`Typst cannot set its templates (${files}): ${said}`);
  }
  return { pages: document.numOfPages, pdf: () => write(typst, document) };
}

/**
 * PDF/UA-1 (ISO 14289-1), the standard of accessible PDF. It forbids characters that no face has; a text
 * with one is written as tagged PDF without that claim, since a box on the page is better than no page.
 */
function write(typst: NodeCompiler, document: NodeTypstDocument): Uint8Array<ArrayBuffer> {
  let file: Buffer;
  try {
    file = typst.pdf(document, { pdfStandard: 'ua-1' });
  } catch (error) {
    if (!String(error).includes('could not be displayed')) throw error;
    file = typst.pdf(document);
  }
  // What it remembers of one document is of little use to the next.
  typst.evictCache(0);
  return new Uint8Array(file);
}
