import type TypeScript from 'typescript';
import { findBlocker } from './find-blocker.ts';
import { parseSource, walk, type Compiler } from './parse-source.ts';
import { readImport, type ModuleImport } from './read-imports.ts';

/** What decides whether Node can run a file by erasing its types. */
export interface ModuleFacts {
  /** The first construct that can't be erased, in words: "an enum". */
  readonly blocker: string | null;
  readonly imports: readonly ModuleImport[];
  /** Names used as values. An imported one that is not used may be a type, which a compiler drops and Node fails on. */
  readonly used: ReadonlySet<string>;
  /** Exported names that are only types. */
  readonly typeExports: ReadonlySet<string>;
  /** Has `import`, `export` or `import.meta` left once types are erased: Node runs it as an ES module, or refuses it in a .cts file. */
  readonly esm: boolean;
  /** Uses `require`, `module`, `exports`, `__dirname` or `__filename` without declaring them. */
  readonly commonjs: boolean;
}

const commonjsNames = ['require', 'module', 'exports', '__dirname', '__filename'];

interface Reading {
  blocker: string | null;
  esm: boolean;
  readonly imports: ModuleImport[];
  readonly used: Set<string>;
  readonly declared: Set<string>;
  readonly typeExports: Set<string>;
  readonly valueExports: Set<string>;
}

const hasModifier = (ts: Compiler, node: TypeScript.Node, kind: TypeScript.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);

/** Types, interfaces, `declare …`, `implements …`: nothing of them runs. */
const isErased = (ts: Compiler, node: TypeScript.Node): boolean => {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || hasModifier(ts, node, ts.SyntaxKind.DeclareKeyword)) return true;
  if (ts.isHeritageClause(node)) return node.token === ts.SyntaxKind.ImplementsKeyword;
  return ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node);
};

/** `declares` = the name is introduced here; `other` = a property's or a label's name. */
const roleOf = (ts: Compiler, node: TypeScript.Identifier): 'value' | 'declares' | 'other' => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node ? 'value' : 'other';
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node ? 'value' : 'other';
  if (ts.isShorthandPropertyAssignment(parent)) return 'value';
  if (ts.isExportSpecifier(parent)) return parent.isTypeOnly || parent.parent.parent.isTypeOnly ? 'other' : 'value';
  return 'name' in parent && parent.name === node ? 'declares' : 'value';
};

const readExports = (ts: Compiler, node: TypeScript.Node, reading: Reading): void => {
  if (ts.isExportSpecifier(node)) (node.isTypeOnly || node.parent.parent.isTypeOnly ? reading.typeExports : reading.valueExports).add(node.name.text);
  if (!hasModifier(ts, node, ts.SyntaxKind.ExportKeyword)) return;
  reading.esm ||= !isErased(ts, node);
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) reading.typeExports.add(node.name.text);
  else if (ts.isVariableStatement(node)) for (const { name } of node.declarationList.declarations) reading.valueExports.add(ts.isIdentifier(name) ? name.text : '');
  else if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name) reading.valueExports.add(node.name.text);
};

const isModuleSyntax = (ts: Compiler, node: TypeScript.Node): boolean => {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
  if (ts.isExportDeclaration(node)) return !node.isTypeOnly;
  return (ts.isExportAssignment(node) && !node.isExportEquals) || ts.isMetaProperty(node);
};

const visit = (ts: Compiler, node: TypeScript.Node, reading: Reading): 'skip' | undefined => {
  readExports(ts, node, reading);
  if (isErased(ts, node)) return 'skip';
  reading.blocker ??= findBlocker(ts, node);
  reading.esm ||= isModuleSyntax(ts, node);
  const loaded = readImport(ts, node);
  if (loaded) reading.imports.push(loaded);
  if (ts.isImportDeclaration(node)) return 'skip';
  if (ts.isIdentifier(node)) {
    const role = roleOf(ts, node);
    if (role !== 'other') (role === 'value' ? reading.used : reading.declared).add(node.text);
  }
  return undefined;
};

/** Reads what a source text needs to run; a text the parser can't follow is blocked. */
export const readModuleFacts = (ts: Compiler, file: string, text: string): ModuleFacts => {
  const reading: Reading = { blocker: null, esm: false, imports: [], used: new Set(), declared: new Set(), typeExports: new Set(), valueExports: new Set() };
  const source = parseSource(ts, file, text);
  if (source) walk(ts, source, (node) => visit(ts, node, reading));
  else reading.blocker = 'code nested too deeply';
  return {
    blocker: reading.blocker,
    imports: reading.imports,
    used: reading.used,
    typeExports: new Set([...reading.typeExports].filter((name) => !reading.valueExports.has(name))),
    esm: reading.esm,
    commonjs: commonjsNames.some((name) => reading.used.has(name) && !reading.declared.has(name)),
  };
};
