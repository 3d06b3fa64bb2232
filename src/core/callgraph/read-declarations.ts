import type { TSESTree } from '@typescript-eslint/types';
import type { DecoratorFacts, ParameterFacts } from './facts.ts';
import type { Draft, FunctionDraft } from './draft.ts';
import { keyText, readTerm, typeOf, valueOfName } from './read-terms.ts';
import { heritage, readInterface, readType } from './read-types.ts';
import { patternNames } from './scope.ts';
import { type Term, type TypeTerm, unknownTerm, unknownType } from './terms.ts';

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

const enumTerm = ({ body }: TSESTree.TSEnumDeclaration): Term => ({
  kind: 'object',
  members: new Map(body.members.map(({ id }) => [id.type === 'Identifier' ? id.name : id.value, unknownTerm])),
  spreads: [],
});

/** Names a list of statements declares are known before the first of them runs. */
export const hoist = (statements: readonly TSESTree.Node[], draft: Draft): void => {
  const declare = (name: string): number => draft.bindings.declare(draft.scope, name);
  for (const outer of statements) {
    const statement = (outer.type === 'ExportNamedDeclaration' || outer.type === 'ExportDefaultDeclaration') && outer.declaration ? outer.declaration : outer;
    if (statement.type === 'VariableDeclaration') for (const { id } of statement.declarations) patternNames(id, unknownTerm, (name) => void declare(name));
    else if ((statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration') && statement.id) draft.bindings.assign(declare(statement.id.name), readTerm(statement, draft));
    else if (statement.type === 'TSEnumDeclaration') draft.bindings.assign(declare(statement.id.name), enumTerm(statement));
    else if (statement.type === 'ImportDeclaration') for (const { local } of statement.specifiers) declare(local.name);
    else if (statement.type === 'TSInterfaceDeclaration') draft.interfaces.set(statement.id.name, readInterface(statement, valueOfName(draft)));
    else if (statement.type === 'TSTypeAliasDeclaration') draft.types.set(statement.id.name, readType(statement.typeAnnotation, valueOfName(draft)));
  }
};

export const readDecorators = (decorators: readonly TSESTree.Decorator[], draft: Draft): DecoratorFacts[] =>
  decorators.map(({ expression }) =>
    expression.type === 'CallExpression'
      ? { callee: readTerm(expression.callee, draft), args: expression.arguments.map((arg) => readTerm(arg, draft)) }
      : { callee: readTerm(expression, draft), args: [] },
  );

const annotationOf = (node: TSESTree.Parameter): TSESTree.TSTypeAnnotation | undefined => {
  if (node.type === 'AssignmentPattern') return node.left.typeAnnotation;
  if (node.type === 'TSParameterProperty') return annotationOf(node.parameter);
  return node.typeAnnotation;
};

/** Declares what a parameter binds; a written type says what it is, else the call that passes it. */
const readParameter = (node: TSESTree.Parameter, index: number, into: FunctionDraft, draft: Draft): ParameterFacts => {
  const type = typeOf(annotationOf(node), draft);
  const passed: Term = type.kind === 'unknown' ? { kind: 'parameter', functionId: into.id, index } : { kind: 'typed', type };
  const value: Term = node.type === 'AssignmentPattern' ? { kind: 'either', options: [passed, readTerm(node.right, draft)] } : passed;
  let binding = -1;
  patternNames(node, value, (name, term, identifier) => {
    const id = draft.bindings.declare(draft.scope, name);
    draft.bindings.assign(id, term);
    if (identifier === node || term === value) binding = id;
  });
  return { binding, type };
};

/** Fills in what a function's head says; its scope is the current one. */
export const readFunctionHead = (node: FunctionNode, into: FunctionDraft, draft: Draft): void => {
  into.isAsync = node.async;
  into.parameters.push(...node.params.map((param, index) => readParameter(param, index, into, draft)));
  into.returnType = node.returnType ? typeOf(node.returnType, draft) : unknownType;
  if (node.body?.type !== 'BlockStatement' && node.body) into.returns.push(readTerm(node.body, draft));
};

/** `constructor(private readonly users: Repository<User>)` makes fields. */
export const readParameterProperties = (node: FunctionNode, classId: number, draft: Draft): void => {
  for (const param of node.params) {
    const target = param.type === 'TSParameterProperty' ? param.parameter : null;
    const name = target?.type === 'Identifier' ? target : target?.type === 'AssignmentPattern' && target.left.type === 'Identifier' ? target.left : null;
    if (name) draft.classes[classId].fields.set(name.name, { type: typeOf(name.typeAnnotation, draft), value: unknownTerm, decorators: readDecorators(param.decorators, draft) });
  }
};

const typeArguments = (node: TSESTree.TSTypeParameterInstantiation | undefined, draft: Draft): TypeTerm[] => (node?.params ?? []).map((arg) => readType(arg, valueOfName(draft)));

/** Fills in a class's head, fields and the names of its methods; bodies are walked by the caller. */
export const readClassHead = (node: ClassNode, draft: Draft): number => {
  const id = draft.classId(node);
  const into = draft.classes[id];
  into.name = node.id?.name ?? '';
  into.span = draft.lines.placeOf(node.id ?? node);
  into.superClass = readTerm(node.superClass, draft);
  into.superArgs.push(...typeArguments(node.superTypeArguments, draft));
  into.interfaces.push(...node.implements.map(({ expression, typeArguments: args }) => heritage(expression, args, valueOfName(draft))));
  into.decorators.push(...readDecorators(node.decorators, draft));
  for (const member of node.body.body) readClassMember(member, id, draft);
  return id;
};

const readClassMember = (member: TSESTree.ClassElement, classId: number, draft: Draft): void => {
  const into = draft.classes[classId];
  if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return;
  const name = keyText(member.key, member.computed);
  if (name === null) return;
  if (member.type === 'PropertyDefinition') {
    draft.inClass(classId, () => {
      if (member.static) into.statics.set(name, readTerm(member.value, draft));
      else into.fields.set(name, { type: typeOf(member.typeAnnotation, draft), value: readTerm(member.value, draft), decorators: readDecorators(member.decorators, draft) });
    });
  } else if (member.value.type === 'FunctionExpression') {
    const id = draft.functionId(member.value);
    draft.functions[id].decorators.push(...readDecorators(member.decorators, draft));
    if (member.static) into.statics.set(name, { kind: 'function', id });
    else if (member.kind === 'get') into.fields.set(name, { type: typeOf(member.value.returnType, draft), value: { kind: 'call', callee: { kind: 'function', id }, args: [] }, decorators: [] });
    else into.methods.set(name, id);
  }
};
