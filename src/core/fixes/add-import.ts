import type { TSESTree } from '@typescript-eslint/types';
import type { SourceEdit } from '../model/source-fix.ts';
import { lineEndOf } from './text-lines.ts';

/** A name of a package, as it is called in the file, and the edit that brings it in where it is missing. */
export interface ImportedName {
  readonly name: string;
  readonly edits: readonly SourceEdit[];
}

const isRequire = (node: TSESTree.Node | null | undefined, from: string | null): boolean =>
  node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require' && node.arguments[0]?.type === 'Literal' && (from === null || node.arguments[0].value === from);

const withoutNode = (module: unknown): unknown => (typeof module === 'string' ? module.replace(/^node:/, '') : module);

/** What the file calls a name of a package; `null` where it has not got it. */
export function importedAs(program: TSESTree.Program, name: string, from: string): string | null {
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration' || withoutNode(statement.source.value) !== withoutNode(from) || statement.importKind === 'type') continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type === 'ImportSpecifier' && specifier.importKind !== 'type' && specifier.imported.type === 'Identifier' && specifier.imported.name === name) return specifier.local.name;
    }
  }
  return null;
}

/** Takes a name of a package into the file. `null` where it means something else there already. */
export function addImport(program: TSESTree.Program, text: string, { name, from }: { readonly name: string; readonly from: string }, taken: ReadonlySet<string>): ImportedName | null {
  const known = importedAs(program, name, from);
  if (known !== null) return { name: known, edits: [] };
  if (taken.has(name)) return null;
  const named = program.body.find((statement) => statement.type === 'ImportDeclaration' && statement.source.value === from && statement.importKind !== 'type' && statement.specifiers.at(-1)?.type === 'ImportSpecifier');
  const last = named?.type === 'ImportDeclaration' ? named.specifiers.at(-1) : undefined;
  if (last) return { name, edits: [insert(last.range[1], `, ${name}`)] };
  return { name, edits: [insertLine(program, text, name, from)] };
}

/** Below the last of its kind: an import, or in CommonJS a `require`. */
function insertLine(program: TSESTree.Program, text: string, name: string, from: string): SourceEdit {
  const end = lineEndOf(text);
  const imports = program.body.filter(({ type }) => type === 'ImportDeclaration');
  const requires = program.body.filter((statement) => statement.type === 'VariableDeclaration' && statement.declarations.some(({ init }) => isRequire(init, null)));
  const isCommonJs = imports.length === 0 && requires.length > 0;
  const line = isCommonJs ? `const { ${name} } = require('${from}');` : `import { ${name} } from '${from}';`;
  const after = (isCommonJs ? requires : imports).at(-1);
  if (after) return insert(after.range[1], `${end}${line}`);
  return insert(program.body[0]?.range[0] ?? 0, `${line}${end}`);
}

const insert = (at: number, text: string): SourceEdit => ({ start: at, end: at, text });
