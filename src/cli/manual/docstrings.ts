import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SCHEMAS = fileURLToPath(new URL('../../schemas/', import.meta.url));

/** Constants so general that their docstrings say nothing of a key. */
const PLAIN = new Set(['prose', 'slug', 'edtf']);

/** A file of `schemas/` as far as its constants go: what each is made of, and where imported ones come from. */
interface SchemaFile {
  constants: Map<string, { made: ts.Expression; doc: string | undefined }>;
  imports: Map<string, string>;
}

const files = new Map<string, SchemaFile>();

/**
 * The docstring of every key of a schema, by the path of the key: keys joined by `.`, `*` for each key of a
 * record, `?0` for the first of a discriminated union. Lists add nothing to a path. A key without a
 * docstring has that of the constant it is made of.
 * @param file a file of `schemas/`, e.g. `note.ts`
 * @param name an exported constant of it, e.g. `noteSchema`
 */
export function docstringsOf(file: string, name: string): Map<string, string> {
  const docs = new Map<string, string>();
  walkConstant(file, name, '', docs);
  return docs;
}

function walkConstant(file: string, name: string, path: string, docs: Map<string, string>): void {
  const { constants, imports } = read(file);
  const constant = constants.get(name);
  const from = imports.get(name);
  if (constant) {
    if (constant.doc !== undefined && !docs.has(path) && !PLAIN.has(name)) docs.set(path, constant.doc);
    walk(file, constant.made, path, docs);
  } else if (from !== undefined) walkConstant(from, name, path, docs);
}

function walk(file: string, node: ts.Expression, path: string, docs: Map<string, string>): void {
  if (ts.isIdentifier(node)) walkConstant(file, node.text, path, docs);
  else if (ts.isObjectLiteralExpression(node)) walkKeys(file, node, path, docs);
  else if (ts.isArrayLiteralExpression(node)) for (const one of node.elements) walk(file, one, path, docs);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
  const { expression: called, name } = node.expression;
  if (!(ts.isIdentifier(called) && called.text === 'z')) {
    walk(file, called, path, docs);
    return;
  }
  const [first, second] = node.arguments;
  if (name.text === 'discriminatedUnion' && second && ts.isArrayLiteralExpression(second))
    second.elements.forEach((one, index) => {
      walk(file, one, below(path, `?${String(index)}`), docs);
    });
  else if (name.text === 'record' && second) walk(file, second, below(path, '*'), docs);
  else if (['strictObject', 'array', 'union'].includes(name.text) && first) walk(file, first, path, docs);
}

function walkKeys(file: string, node: ts.ObjectLiteralExpression, path: string, docs: Map<string, string>) {
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) walk(file, property.expression, path, docs);
    const isKey = ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property);
    if (!isKey || ts.isComputedPropertyName(property.name)) continue;
    const key = below(path, property.name.text);
    const doc = docOf(property);
    if (doc !== undefined) docs.set(key, doc);
    walk(file, ts.isPropertyAssignment(property) ? property.initializer : property.name, key, docs);
  }
}

export function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function docOf(node: ts.Node): string | undefined {
  const comment = ts.getJSDocCommentsAndTags(node).find((one) => ts.isJSDoc(one))?.comment;
  return ts.getTextOfJSDocComment(comment)?.replace(/\s+/g, ' ').trim();
}

function read(file: string): SchemaFile {
  const known = files.get(file);
  if (known) return known;
  const tree = ts.createSourceFile(file, readFileSync(SCHEMAS + file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: SchemaFile = { constants: new Map(), imports: new Map() };
  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && initializer)
          found.constants.set(name.text, { made: initializer, doc: docOf(statement) });
      }
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    if (ts.isImportDeclaration(statement) && bindings && ts.isNamedImports(bindings))
      for (const { name } of bindings.elements)
        found.imports.set(name.text, (statement.moduleSpecifier as ts.StringLiteral).text.replace('./', ''));
  }
  // A package has no file here, and its constants no docstrings for editors.
  for (const [name, from] of found.imports) if (!from.endsWith('.ts')) found.imports.delete(name);
  files.set(file, found);
  return found;
}
