import type { TSESTree } from '@typescript-eslint/types';

/** What a name of the file comes from. */
export interface ModuleName {
  /** Without `node:`. */
  readonly module: string;
  /** As the module exports it. */
  readonly name: string;
  /** Whether it is a member of the whole module, or was taken out of it by name. */
  readonly through: 'module' | 'name';
}

interface Binding {
  readonly module: string;
  /** `null`: the whole module. */
  readonly name: string | null;
}

const plain = (module: string): string => module.replace(/^node:/, '');

function readImport(statement: TSESTree.ImportDeclaration, local: string): Binding | null {
  const specifier = statement.specifiers.find((one) => one.local.name === local);
  if (!specifier) return null;
  const name = specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' && specifier.imported.name !== 'default' ? specifier.imported.name : null;
  return { module: plain(statement.source.value), name };
}

/** `const x = require('m')`, `const { name: x } = require('m')`. */
function readRequire({ id, init }: TSESTree.VariableDeclarator, local: string): Binding | null {
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require') return null;
  const [path] = init.arguments;
  if (path?.type !== 'Literal' || typeof path.value !== 'string') return null;
  if (id.type === 'Identifier') return id.name === local ? { module: plain(path.value), name: null } : null;
  if (id.type !== 'ObjectPattern') return null;
  for (const property of id.properties) {
    if (property.type === 'Property' && property.value.type === 'Identifier' && property.value.name === local && property.key.type === 'Identifier') return { module: plain(path.value), name: property.key.name };
  }
  return null;
}

function findBinding(program: TSESTree.Program, local: string): Binding | null {
  for (const statement of program.body) {
    const found = statement.type === 'ImportDeclaration' ? readImport(statement, local)
      : statement.type === 'VariableDeclaration' ? statement.declarations.map((declaration) => readRequire(declaration, local)).find((one) => one !== null) : null;
    if (found) return found;
  }
  return null;
}

/** The module that a callee's name is of: `readFileSync`, `fs.readFileSync`. */
export function readModuleName(program: TSESTree.Program, callee: TSESTree.Node): ModuleName | null {
  if (callee.type === 'Identifier') {
    const found = findBinding(program, callee.name);
    return found?.name != null ? { module: found.module, name: found.name, through: 'name' } : null;
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier' || callee.property.type !== 'Identifier') return null;
  const found = findBinding(program, callee.object.name);
  return found?.name === null ? { module: found.module, name: callee.property.name, through: 'module' } : null;
}
