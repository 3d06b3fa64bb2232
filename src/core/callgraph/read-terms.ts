import type { TSESTree } from '@typescript-eslint/types';
import { readType, type ValueOfName } from './read-types.ts';
import { type Term, type TypeTerm, unknownTerm } from './terms.ts';

/** What names mean where an expression stands. */
export interface Names {
  lookup(name: string): number | undefined;
  functionId(node: TSESTree.Node): number;
  classId(node: TSESTree.Node): number;
  /** The class `this` belongs to; -1 outside of any. */
  thisClass(): number;
}

const nameTerm = (name: string, names: Names): Term => {
  const id = names.lookup(name);
  return id === undefined ? { kind: 'global', name } : { kind: 'binding', id };
};

export const valueOfName = (names: Names): ValueOfName => ([first, ...rest]) => {
  const start: Term = first === 'this' ? { kind: 'this', classId: names.thisClass() } : nameTerm(first, names);
  return { kind: 'value', term: rest.reduce<Term>((object, name) => ({ kind: 'member', object, name }), start) };
};

export const typeOf = (annotation: TSESTree.TSTypeAnnotation | undefined, names: Names): TypeTerm => readType(annotation?.typeAnnotation, valueOfName(names));

/** The text of a property's name; `null` when it is computed. */
export const keyText = (key: TSESTree.Node, computed: boolean): string | null => {
  if (key.type === 'Literal') return String(key.value);
  if (computed) return null;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return key.type === 'Identifier' ? key.name : null;
};

const readObject = (node: TSESTree.ObjectExpression, names: Names): Term => {
  const members = new Map<string, Term>();
  const spreads: Term[] = [];
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') spreads.push(readTerm(property.argument, names));
    else {
      const name = keyText(property.key, property.computed);
      if (name !== null) members.set(name, readTerm(property.value, names));
    }
  }
  return { kind: 'object', members, spreads };
};

const readMember = (node: TSESTree.MemberExpression, names: Names): Term => {
  const object = readTerm(node.object, names);
  const isIndex = node.computed && (node.property.type === 'Identifier' || (node.property.type === 'Literal' && typeof node.property.value === 'number'));
  const name = isIndex ? null : keyText(node.property, node.computed);
  return name === null ? { kind: 'element', of: object } : { kind: 'member', object, name };
};

const readArguments = (nodes: readonly TSESTree.CallExpressionArgument[], names: Names): Term[] =>
  nodes.map((node) => (node.type === 'SpreadElement' ? { kind: 'element', of: readTerm(node.argument, names) } : readTerm(node, names)));

const readCall = (node: TSESTree.CallExpression, names: Names): Term => {
  const [first] = node.arguments;
  if (node.callee.type === 'Identifier' && node.callee.name === 'require' && first?.type === 'Literal' && typeof first.value === 'string' && names.lookup('require') === undefined) {
    return { kind: 'import', specifier: first.value, name: '*' };
  }
  return { kind: 'call', callee: readTerm(node.callee, names), args: readArguments(node.arguments, names) };
};

/** The term of an expression. What only syntax adds (`await`, `!`, `as const`, parentheses) is left out; a written type wins over the value. */
export const readTerm = (node: TSESTree.Node | null | undefined, names: Names): Term => {
  if (!node) return unknownTerm;
  switch (node.type) {
    case 'Identifier':
      return nameTerm(node.name, names);
    case 'ThisExpression':
      return { kind: 'this', classId: names.thisClass() };
    case 'MemberExpression':
      return readMember(node, names);
    case 'CallExpression':
      return readCall(node, names);
    case 'NewExpression':
      return { kind: 'new', callee: readTerm(node.callee, names), args: readArguments(node.arguments, names) };
    case 'TaggedTemplateExpression':
      return { kind: 'tag', callee: readTerm(node.tag, names) };
    case 'ImportExpression':
      return node.source.type === 'Literal' && typeof node.source.value === 'string' ? { kind: 'import', specifier: node.source.value, name: '*' } : unknownTerm;
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression':
      return { kind: 'function', id: names.functionId(node) };
    case 'ClassExpression':
    case 'ClassDeclaration':
      return { kind: 'class', id: names.classId(node) };
    case 'ObjectExpression':
      return readObject(node, names);
    case 'ArrayExpression':
      return { kind: 'array', items: node.elements.map((item) => (item?.type === 'SpreadElement' ? { kind: 'element', of: readTerm(item.argument, names) } : readTerm(item, names))) };
    case 'Literal':
      return { kind: 'text', text: String(node.value) };
    case 'TemplateLiteral':
      return { kind: 'text', text: node.quasis.map(({ value }) => value.cooked ?? '').join('?') };
    default:
      return readWrapped(node, names);
  }
};

const readWrapped = (node: TSESTree.Node, names: Names): Term => {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression': {
      const type = readType(node.typeAnnotation, valueOfName(names));
      return { kind: 'either', options: [{ kind: 'typed', type }, readTerm(node.expression, names)] };
    }
    case 'TSNonNullExpression':
    case 'ChainExpression':
    case 'TSInstantiationExpression':
      return readTerm(node.expression, names);
    case 'AwaitExpression':
      return readTerm(node.argument, names);
    case 'LogicalExpression':
      return { kind: 'either', options: [readTerm(node.left, names), readTerm(node.right, names)] };
    case 'ConditionalExpression':
      return { kind: 'either', options: [readTerm(node.consequent, names), readTerm(node.alternate, names)] };
    case 'AssignmentExpression':
      return readTerm(node.right, names);
    case 'AssignmentPattern':
      return readTerm(node.right, names);
    case 'SequenceExpression':
      return readTerm(node.expressions.at(-1), names);
    default:
      return unknownTerm;
  }
};
