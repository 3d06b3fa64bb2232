import type { TSESTree } from '@typescript-eslint/types';
import type { Parser } from '../syntax/parse-module.ts';
import { parseModule } from '../syntax/parse-module.ts';
import { childNodes } from './child-nodes.ts';
import { Draft } from './draft.ts';
import type { FileFacts, Usage } from './facts.ts';
import { type ClassNode, type FunctionNode, hoist, readClassHead, readFunctionHead, readParameterProperties } from './read-declarations.ts';
import { readEvent } from './read-event.ts';
import { type LoopNode, readLoop } from './read-loop.ts';
import type { NoteReader } from './note-reader.ts';
import { readAssignment, readExportAll, readExportNamed, readImportDeclaration } from './read-module-links.ts';
import { mayBeSilenced, readSuppressions } from './read-suppressions.ts';
import { keyText, readTerm, typeOf } from './read-terms.ts';
import { patternNames } from './scope.ts';
import { readersByNode, takeNotes } from './take-notes.ts';
import type { Term } from './terms.ts';

export type Extraction = { readonly ok: true; readonly facts: FileFacts } | { readonly ok: false; readonly reason: string };

type Passed = FileFacts['functions'][number]['passedTo'];

const leavingStatements = new Set<string>(['ReturnStatement', 'BreakStatement', 'ThrowStatement']);
const remembers = /\.has\(|cache|memo|\bseen\b/i;

/** `if (rows.length >= size) { …; rows.length = 0; }`: once per filled list, not per element. */
const isFull = /\.(?:length|size)\s*>=?/;
const empties = /\.length\s*=\s*0|=\s*\[\s*\]|\.clear\(\)|\.splice\(|=\s*new (?:Map|Set)\b/;

const visitBlock = (statements: readonly TSESTree.Node[], draft: Draft): void =>
  draft.inScope(() => {
    hoist(statements, draft);
    const outer = draft.place.leaves;
    draft.place.leaves ||= draft.place.loops.length > 0 && leavingStatements.has(statements.at(-1)?.type ?? '');
    for (const statement of statements) visit(statement, 'discarded', draft);
    draft.place.leaves = outer;
  });

const visitFunction = (node: FunctionNode, draft: Draft, passedTo: Passed, classId = -1): void => {
  takeNotes(node, draft);
  const into = draft.functionOf(node);
  into.span = draft.lines.placeOf(node);
  into.parent = draft.place.draft.id;
  into.classId = classId;
  into.passedTo = passedTo;
  into.path.push(...draft.path);
  into.name = node.id?.name ?? draft.path.at(-1) ?? '';
  draft.inScope(() => {
    readFunctionHead(node, into, draft);
    if (classId >= 0) readParameterProperties(node, classId, draft);
    draft.inFunction(into, () => draft.named(null, () => {
      for (const param of node.params) if (param.type === 'AssignmentPattern') visit(param.right, 'value', draft);
      if (node.body?.type === 'BlockStatement') visitBlock(node.body.body, draft);
      else if (node.body) visit(node.body, 'returned', draft);
    }));
  }, { functionId: into.id, depth: 0 });
};

const visitClass = (node: ClassNode, draft: Draft): void => {
  visit(node.superClass, 'value', draft);
  const id = readClassHead(node, draft);
  draft.classes[id].name ||= draft.path.at(-1) ?? '';
  draft.inClass(id, () => {
    for (const member of node.body.body) {
      if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') continue;
      const name = keyText(member.key, member.computed);
      draft.named(draft.classes[id].name, () => draft.named(name, () => {
        if (member.type === 'PropertyDefinition') visit(member.value, 'stored', draft);
        else if (member.value.type === 'FunctionExpression') visitFunction(member.value, draft, null, id);
      }));
    }
  });
};

const visitLoop = (node: LoopNode, draft: Draft): void => {
  const { place } = draft;
  draft.inScope(() => {
    if (node.type === 'ForStatement') {
      if (node.init) hoist([node.init], draft);
      visit(node.init, 'discarded', draft);
    } else if ('right' in node) visit(node.right, 'value', draft);
    const outer = { loops: place.loops, leaves: place.leaves, memoised: place.memoised };
    const loop = readLoop(node, draft.text, draft.lines, draft);
    place.loops = [...outer.loops, loop];
    place.leaves = false;
    place.memoised = false;
    if ('left' in node && node.left.type === 'VariableDeclaration') bindPattern(node.left.declarations[0].id, { kind: 'element', of: loop.iterable }, draft);
    if ('test' in node) visit(node.test, 'value', draft);
    if ('update' in node) visit(node.update, 'discarded', draft);
    visit(node.body, 'discarded', draft);
    Object.assign(place, outer);
  }, { depth: place.loops.length + 1 });
};

const bindPattern = (pattern: TSESTree.Node, value: Term, draft: Draft): void =>
  patternNames(pattern, value, (name, term) => draft.bindings.assign(draft.bindings.declare(draft.scope, name), term));

const visitDeclarator = (node: TSESTree.VariableDeclarator, draft: Draft): void => {
  const type = typeOf(node.id.typeAnnotation, draft);
  const value = readTerm(node.init, draft);
  bindPattern(node.id, type.kind === 'unknown' ? value : { kind: 'either', options: [{ kind: 'typed', type }, value] }, draft);
  draft.named(node.id.type === 'Identifier' ? node.id.name : null, () => visit(node.init, 'stored', draft));
};

const visitIf = (node: TSESTree.IfStatement, draft: Draft): void => {
  visit(node.test, 'value', draft);
  const { memoised, loops } = draft.place;
  const test = draft.text.slice(...node.test.range);
  draft.place.memoised ||= remembers.test(test);
  const loop = loops.at(-1);
  if (loop && isFull.test(test) && empties.test(draft.text.slice(...node.consequent.range))) draft.place.loops = [...loops.slice(0, -1), { ...loop, tags: [...loop.tags, 'chunked'] }];
  visit(node.consequent, 'discarded', draft);
  draft.place.loops = loops;
  visit(node.alternate, 'discarded', draft);
  draft.place.memoised = memoised;
};

const isPromiseAll = (callee: TSESTree.Node): boolean =>
  callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && /^(?:Promise|Bluebird)$/.test(callee.object.name) && callee.property.type === 'Identifier' &&
  /^(?:all|allSettled|any|race|props)$/.test(callee.property.name);

/** `prisma.$transaction([…])`, `db.batch([…])`: one request for all that is listed. */
const isBatch = (callee: TSESTree.Node): boolean =>
  callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && /^(?:\$transaction|batch)$/.test(callee.property.name);

const visitCall = (node: TSESTree.CallExpression | TSESTree.NewExpression, usage: Usage, draft: Draft): void => {
  const call = readEvent(node, usage, draft);
  visit(node.callee, 'value', draft);
  const passing: Usage = isPromiseAll(node.callee) ? 'all' : isBatch(node.callee) ? 'batch' : 'argument';
  node.arguments.forEach((arg, index) => {
    if (arg.type === 'FunctionExpression' || arg.type === 'ArrowFunctionExpression') visitFunction(arg, draft, { call, index });
    else visit(arg, passing, draft);
  });
};

const waits = new Set(['then', 'catch', 'finally']);

const visitMember = (node: TSESTree.MemberExpression, draft: Draft): void => {
  const name = node.property.type === 'Identifier' && !node.computed ? node.property.name : '';
  visit(node.object, waits.has(name) ? 'awaited' : 'chained', draft);
  if (node.computed) visit(node.property, 'value', draft);
};

const isFunction = ({ type }: TSESTree.Node): boolean => type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';

/** Visits a node; `usage` says what becomes of its value. */
const visit = (node: TSESTree.Node | null | undefined, usage: Usage, draft: Draft): void => {
  if (!node) return;
  if (!isFunction(node)) takeNotes(node, draft);
  switch (node.type) {
    case 'BlockStatement':
      return visitBlock(node.body, draft);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return visitFunction(node, draft, null);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return visitClass(node, draft);
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return visitLoop(node, draft);
    case 'VariableDeclaration':
      for (const declarator of node.declarations) visitDeclarator(declarator, draft);
      return;
    case 'IfStatement':
      return visitIf(node, draft);
    case 'CallExpression':
    case 'NewExpression':
      return visitCall(node, usage, draft);
    case 'MemberExpression':
      return visitMember(node, draft);
    default:
      return visitOther(node, usage, draft);
  }
};

const visitOther = (node: TSESTree.Node, usage: Usage, draft: Draft): void => {
  switch (node.type) {
    case 'ReturnStatement':
      if (node.argument) draft.place.draft.returns.push(readTerm(node.argument, draft));
      return visit(node.argument, 'returned', draft);
    case 'AwaitExpression':
    case 'YieldExpression':
      if (node.argument?.type === 'Identifier' || node.argument?.type === 'MemberExpression') readEvent(node, 'awaited', draft);
      return visit(node.argument, usage === 'all' ? 'all' : 'awaited', draft);
    case 'TaggedTemplateExpression':
      readEvent(node, usage, draft);
      return visit(node.quasi, 'value', draft);
    case 'AssignmentExpression':
      readAssignment(node, draft);
      return draft.named(node.left.type === 'MemberExpression' ? keyText(node.left.property, node.left.computed) : null, () => visit(node.right, 'stored', draft));
    case 'Property':
      return draft.named(keyText(node.key, node.computed), () => visit(node.value, 'value', draft));
    case 'ExportNamedDeclaration':
      readExportNamed(node, draft);
      return visit(node.declaration, 'discarded', draft);
    case 'ExportDefaultDeclaration':
      draft.exports.set('default', node.declaration.type === 'FunctionDeclaration' && node.declaration.id ? readTerm(node.declaration.id, draft) : readTerm(node.declaration, draft));
      return draft.named('default', () => visit(node.declaration, 'value', draft));
    case 'TSExportAssignment':
      draft.exported = readTerm(node.expression, draft);
      return visit(node.expression, 'value', draft);
    case 'ExportAllDeclaration':
      return readExportAll(node, draft);
    case 'ImportDeclaration':
      return readImportDeclaration(node, draft);
    default:
      return visitChildren(node, usage, draft);
  }
};

/** Nodes whose value is the value of what they hold. */
const transparent = new Set<string>(['ChainExpression', 'TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'ConditionalExpression', 'LogicalExpression', 'ArrayExpression', 'SpreadElement', 'ExpressionStatement']);

const visitChildren = (node: TSESTree.Node, usage: Usage, draft: Draft): void => {
  for (const child of childNodes(node)) visit(child, transparent.has(node.type) ? usage : 'value', draft);
};

/** What a file's text says that later steps need. A function of path (for the language), text and readers. */
export const extractFacts = (parser: Parser, path: string, text: string, readers: readonly NoteReader[] = []): Extraction => {
  const parsed = parseModule(parser, path, text, mayBeSilenced(text));
  if (!parsed.ok) return parsed;
  const { program } = parsed;
  try {
    const draft = new Draft(text, program, readersByNode(readers));
    draft.functions[0].span = draft.lines.placeOf(program);
    hoist(program.body, draft);
    for (const statement of program.body) if (statement.type === 'ImportDeclaration') visit(statement, 'discarded', draft);
    for (const statement of program.body) if (statement.type !== 'ImportDeclaration') visit(statement, 'discarded', draft);
    const { bindings, exports, stars, exported, types, interfaces, functions, classes, assigned, notes } = draft;
    const suppressions = readSuppressions(program.comments ?? [], text, draft.lines);
    return { ok: true, facts: { path, bindings: bindings.terms, bindingNames: bindings.names, bindingPlaces: bindings.places, names: draft.module.names, exports, stars, exported, types, interfaces, functions, classes, suppressions, assigned, notes } };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, reason: 'code nested too deeply' };
    throw error;
  }
};
