/** Reads which module imports what, from the source files themselves. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

export interface Import {
  /** The importing file, from the top of the repository, e.g. `src/library.ts`. */
  file: string;
  line: number;
  /** As written. */
  specifier: string;
  /** The imported file of the repository, for a relative import. */
  target?: string;
  /** Whether nothing but types is imported, so that no code is loaded. */
  typeOnly: boolean;
}

/** The TypeScript of a file; of an Astro component its front matter and scripts, on their own lines. */
function typescriptOf(file: string, text: string): string {
  if (!file.endsWith('.astro')) return text;
  const code = /^---\n[\s\S]*?\n---$|<script\b[^>]*>[\s\S]*?<\/script>/gm;
  let result = text.replace(/[^\n]/g, ' ');
  for (const match of text.matchAll(code)) {
    const inner = match[0].replace(/^---|---$|<\/?script\b[^>]*>/g, (fence) => ' '.repeat(fence.length));
    result = result.slice(0, match.index) + inner + result.slice(match.index + inner.length);
  }
  return result;
}

/** Whether an import or re-export brings in types alone. */
function bringsOnlyTypes(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly);
}

/** Every import of one file: declarations, re-exports, `import()` of code and of types. */
export function importsOf(file: string, text: string): Import[] {
  const source = ts.createSourceFile(
    file,
    typescriptOf(file, text),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TS,
  );
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const line = source.getLineAndCharacterOfPosition(specifier.getStart()).line + 1;
    const target = specifier.text.startsWith('.')
      ? normalize(join(dirname(file), specifier.text.replace(/\?.*$/, '')))
      : undefined;
    imports.push({ file, line, specifier: specifier.text, typeOnly, ...(target ? { target } : {}) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
      add(node.moduleSpecifier, bringsOnlyTypes(node));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** Whether a module does nothing but pass on what others export. */
export function isBarrel(file: string, text: string): boolean {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const passesOn = (node: ts.Statement): boolean => ts.isExportDeclaration(node) && !!node.moduleSpecifier;
  return (
    statements.length > 0 &&
    statements.every((node) => passesOn(node) || ts.isImportDeclaration(node)) &&
    statements.some(passesOn)
  );
}

/** Every source file under `src/`, with its text. */
export function sourceFiles(): { file: string; text: string }[] {
  return globSync('src/**/*.{ts,astro}')
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}
