import type TypeScript from 'typescript';
import type { Compiler } from './parse-source.ts';

/** What a module asks another one for at run time. */
export interface ModuleImport {
  readonly specifier: string;
  readonly kind: 'import' | 'require';
  /** Names the other must export; type-only ones are left out. `local` is empty for what is passed on. */
  readonly names: readonly { readonly name: string; readonly local: string }[];
  /** Has `with { type: … }`, which Node wants for JSON. */
  readonly attributes: boolean;
}

const clauseNames = (ts: Compiler, clause: TypeScript.ImportClause | undefined): ModuleImport['names'] => {
  if (!clause) return [];
  const first = clause.name ? [{ name: 'default', local: clause.name.text }] : [];
  if (!clause.namedBindings || !ts.isNamedImports(clause.namedBindings)) return first;
  const named = clause.namedBindings.elements.filter((element) => !element.isTypeOnly);
  return [...first, ...named.map(({ name, propertyName }) => ({ name: (propertyName ?? name).text, local: name.text }))];
};

const fromDeclaration = (ts: Compiler, node: TypeScript.ImportDeclaration): ModuleImport | null =>
  node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || !ts.isStringLiteral(node.moduleSpecifier)
    ? null
    : { specifier: node.moduleSpecifier.text, kind: 'import', names: clauseNames(ts, node.importClause), attributes: node.attributes !== undefined };

const fromExport = (ts: Compiler, node: TypeScript.ExportDeclaration): ModuleImport | null => {
  if (node.isTypeOnly || !node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return null;
  const elements = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
  const names = elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name, propertyName }) => ({ name: (propertyName ?? name).text, local: '' }));
  return { specifier: node.moduleSpecifier.text, kind: 'import', names, attributes: node.attributes !== undefined };
};

const fromCall = (ts: Compiler, { expression, arguments: [specifier, options] }: TypeScript.CallExpression): ModuleImport | null => {
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
  if (!specifier || !ts.isStringLiteralLike(specifier) || !(isImport || (ts.isIdentifier(expression) && expression.text === 'require'))) return null;
  return { specifier: specifier.text, kind: isImport ? 'import' : 'require', names: [], attributes: options !== undefined };
};

/** The module a node loads, `null` for nodes that load none or only types; a computed specifier can't be known. */
export const readImport = (ts: Compiler, node: TypeScript.Node): ModuleImport | null => {
  if (ts.isImportDeclaration(node)) return fromDeclaration(ts, node);
  if (ts.isExportDeclaration(node)) return fromExport(ts, node);
  return ts.isCallExpression(node) ? fromCall(ts, node) : null;
};
