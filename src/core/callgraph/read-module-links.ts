import type { TSESTree } from '@typescript-eslint/types';
import type { Draft } from './draft.ts';
import { readTerm } from './read-terms.ts';
import { patternNames } from './scope.ts';
import { unknownTerm } from './terms.ts';

const nameOf = (node: TSESTree.Identifier | TSESTree.StringLiteral): string => (node.type === 'Identifier' ? node.name : node.value);

/** `import …`: each local name and what it stands for elsewhere. */
export const readImportDeclaration = (node: TSESTree.ImportDeclaration, draft: Draft): void => {
  for (const specifier of node.specifiers) {
    const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
    draft.bindings.assign(draft.bindings.declare(draft.module, specifier.local.name), { kind: 'import', specifier: node.source.value, name });
  }
};

/** `export { a as b }`, `export … from`, `export const …`; the declaration itself is walked by the caller. */
export const readExportNamed = (node: TSESTree.ExportNamedDeclaration, draft: Draft): void => {
  for (const { local, exported } of node.specifiers) {
    const value = node.source ? ({ kind: 'import', specifier: node.source.value, name: nameOf(local) } as const) : local.type === 'Identifier' ? readTerm(local, draft) : unknownTerm;
    draft.exports.set(nameOf(exported), value);
  }
  const { declaration } = node;
  if (declaration?.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) patternNames(id, unknownTerm, (name, _, identifier) => void draft.exports.set(name, readTerm(identifier, draft)));
  } else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') draft.exports.set(declaration.id.name, readTerm(declaration.id, draft));
};

export const readExportAll = (node: TSESTree.ExportAllDeclaration, draft: Draft): void => {
  if (node.exported) draft.exports.set(nameOf(node.exported), { kind: 'import', specifier: node.source.value, name: '*' });
  else draft.stars.push(node.source.value);
};

/** `module.exports = …`, `exports.name = …`, `api.name = …`, `this.name = …`, `name = …`. */
export const readAssignment = ({ left, right }: TSESTree.AssignmentExpression, draft: Draft): void => {
  const value = readTerm(right, draft);
  if (left.type === 'Identifier') {
    const id = draft.lookup(left.name);
    if (id !== undefined) draft.bindings.assign(id, value);
    return;
  }
  if (left.type !== 'MemberExpression' || left.property.type !== 'Identifier' || left.computed) return;
  const { object, property: { name } } = left;
  if (object.type === 'ThisExpression') {
    const { fields } = draft.classes[draft.thisClass()] ?? {};
    const before = fields?.get(name);
    if (!before || before.value.kind === 'unknown') fields?.set(name, { type: { kind: 'unknown' }, decorators: [], ...before, value });
    return;
  }
  if (object.type === 'Identifier' && object.name === 'module' && name === 'exports') draft.exported = value;
  else if ((object.type === 'Identifier' && object.name === 'exports') || (object.type === 'MemberExpression' && isModuleExports(object))) draft.exports.set(name, value);
  else if (object.type === 'Identifier') {
    const id = draft.lookup(object.name);
    if (id !== undefined) draft.assignMember(id, name, value);
  }
};

const isModuleExports = ({ object, property }: TSESTree.MemberExpression): boolean =>
  object.type === 'Identifier' && object.name === 'module' && property.type === 'Identifier' && property.name === 'exports';
