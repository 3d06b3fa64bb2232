import type { TSESTree } from '@typescript-eslint/types';
import type { SourceEdit, SourceFix } from '../model/source-fix.ts';
import { methodCall, textOf } from './batch.ts';
import { findCall, isFunction, namesUsed, type Place } from './find-place.ts';
import type { Fixer } from './fixer.ts';
import { capitalize, namesOf, takeName } from './names.ts';
import { findSearchedList, type SearchedList } from './searched-list.ts';
import { indentOf, lineEndOf, offsetOf } from './text-lines.ts';

/** A Set or Map made once before the loop, in place of a search in each turn. */
export const lookUp: Fixer = ({ program, text, finding }) => {
  const { file, line, column, endLine, endColumn } = finding;
  const place = findCall(program, offsetOf(text, line, column), offsetOf(text, endLine, endColumn));
  const search = place && methodCall(place.node, ['includes', 'indexOf', 'find']);
  const list = place && search?.args.length === 1 ? findSearchedList(place, search.object, program) : null;
  const [sought] = search?.args ?? [];
  if (!place || !search || !list || sought === undefined || sought.type === 'SpreadElement') return null;
  const isTyped = /\.[cm]?tsx?$/.test(file);
  return search.name === 'find' ? toMap(list, place, sought, text, namesOf(program), isTyped) : toSet(list, place, sought, text, namesOf(program));
};

const before = (statement: TSESTree.Node, code: string, text: string): SourceEdit =>
  ({ start: statement.range[0], end: statement.range[0], text: `${code}${lineEndOf(text)}${indentOf(text, statement.range[0])}` });

/** `includes(x)` → `has(x)`; `indexOf(x)` only where its answer is asked for nothing but being there. */
function toSet(list: SearchedList, { node, ancestors: [parent] }: Place, sought: TSESTree.Expression, text: string, taken: Set<string>): SourceFix | null {
  const asked = methodCall(node, ['includes']) ? { node, negated: false } : readPresence(parent);
  if (!asked) return null;
  const set = takeName(`${list.name}Set`, taken);
  const has = `${asked.negated ? '!' : ''}${set}.has(${textOf(text, sought)})`;
  const edits = [
    before(list.statement, `const ${set} = new Set(${list.name});`, text),
    { start: asked.node.range[0], end: asked.node.range[1], text: has },
    ...list.pushes.flatMap(({ statement, pushed }) => keepUp(statement, `${set}.add(${textOf(text, pushed)});`, text)),
  ];
  return { title: `Look up in a \`Set\` made of \`${list.name}\` before the loop`, kind: 'edit', edits };
}

/** `list.indexOf(x) >= 0`, `!== -1` and their like. */
function readPresence(node: TSESTree.Node | undefined): { readonly node: TSESTree.Node; readonly negated: boolean } | null {
  if (node?.type !== 'BinaryExpression') return null;
  const bound = node.right.type === 'UnaryExpression' && node.right.operator === '-' && node.right.argument.type === 'Literal' ? `-${node.right.argument.raw}` : node.right.type === 'Literal' ? node.right.raw : '';
  const asked = `${node.operator} ${bound}`;
  if (['>= 0', '> -1', '!== -1', '!= -1'].includes(asked)) return { node, negated: false };
  return ['< 0', '=== -1', '== -1'].includes(asked) ? { node, negated: true } : null;
}

/** What is put to the list is put to the Set as well; where a single statement stood two need braces. */
function keepUp(statement: TSESTree.ExpressionStatement, code: string, text: string): SourceEdit[] {
  const [start, end] = statement.range;
  if (isWholeLine(text, start, end)) return [{ start: end, end, text: `${lineEndOf(text)}${indentOf(text, start)}${code}` }];
  return [{ start, end: start, text: '{ ' }, { start: end, end, text: ` ${code} }` }];
}

/** Alone on its line in a block; under an `if` without braces the line before has not ended. */
const isWholeLine = (text: string, start: number, end: number): boolean => /[{};]\s*$/.test(text.slice(0, start)) && /^\s*(?:[\n\r}]|$)/.test(text.slice(end));

/** `find((row) => row.id === id)` → `get(id)` of a Map in which, as for `find`, the first of equal keys counts. */
function toMap(list: SearchedList, { node }: Place, sought: TSESTree.Expression, text: string, taken: Set<string>, isTyped: boolean): SourceFix | null {
  const compared = readComparison(sought);
  if (!compared || list.pushes.length > 0) return null;
  const map = takeName(`${list.name}By${capitalize(compared.member)}`, taken);
  const types = isTyped ? `<unknown, (typeof ${list.name})[number]>` : '';
  const { element, member } = compared;
  const edits = [
    before(list.statement, `const ${map} = new Map${types}([...${list.name}].reverse().map((${element}) => [${element}.${member}, ${element}]));`, text),
    { start: node.range[0], end: node.range[1], text: `${map}.get(${textOf(text, compared.key)})` },
  ];
  return { title: `Look up in a \`Map\` of \`${list.name}\` by \`${member}\` made before the loop`, kind: 'edit', edits };
}

interface Comparison {
  readonly element: string;
  readonly member: string;
  readonly key: TSESTree.Expression;
}

/** `(row) => row.id === key`, either way round. */
function readComparison(callback: TSESTree.Expression): Comparison | null {
  if (!isFunction(callback) || callback.params.length !== 1 || callback.async || callback.body?.type !== 'BinaryExpression' || callback.body.operator !== '===') return null;
  const [parameter] = callback.params;
  if (parameter.type !== 'Identifier') return null;
  const element = parameter.name;
  const { left, right } = callback.body;
  for (const [own, key] of [[left, right], [right, left]] as const) {
    const isOwn = own.type === 'MemberExpression' && !own.computed && !own.optional && own.object.type === 'Identifier' && own.object.name === element && own.property.type === 'Identifier';
    if (isOwn && [...namesUsed(key)].every(({ name }) => name !== element)) return { element, member: own.property.name, key };
  }
  return null;
}
