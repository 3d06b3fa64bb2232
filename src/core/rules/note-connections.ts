import type { TSESTree } from '@typescript-eslint/types';
import type { NoteCandidate, NoteReader } from '../callgraph/note-reader.ts';

/**
 * What a note says of the code it spans, a word and a name: `kept` = what is made here outlives the function, unless the function closes the name; `=name` = what that name stands
 * for does; `local` = the function's own name for it; `using` = the same, given back by itself; `finally` and `catch` = runs whatever happens, or when something throws.
 */
type Word = 'kept' | 'local' | 'using' | 'finally' | 'catch';

export const connectionRule = 'connection-per-request';

const makes = /\bnew\b|connect|pool|client|redis|prisma|mongo|knex|sequelize|datasource|queue|runner|driver/i;
const keeping = /^(?:set|push|add|register|provide|useValue)$/;

const noteOf = (node: TSESTree.Node, word: Word, name = ''): NoteCandidate => ({ at: node, detail: `${word} ${name}` });

const assigned = ({ left, right, operator }: TSESTree.AssignmentExpression): NoteCandidate => {
  const value = right.type === 'AwaitExpression' ? right.argument : right;
  // `this.pool = pool` keeps what `pool` names.
  if (value.type === 'Identifier') return noteOf(right, 'kept', `=${value.name}`);
  return noteOf(right, 'kept', left.type === 'Identifier' && operator === '=' ? left.name : '');
};

const declared = ({ kind, declarations: [{ id, init }] }: TSESTree.VariableDeclaration): NoteCandidate | null => {
  if (!init || id.type !== 'Identifier') return null;
  return noteOf(init.type === 'AwaitExpression' ? init.argument : init, kind === 'using' || kind === 'await using' ? 'using' : 'local', id.name);
};

const handedOver = (node: TSESTree.CallExpression): NoteCandidate | null => {
  const last = node.arguments.at(-1);
  const isKeeping = node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' && keeping.test(node.callee.property.name);
  return isKeeping && last ? noteOf(last, 'kept', last.type === 'Identifier' ? `=${last.name}` : '') : null;
};

const read = (node: TSESTree.Node, text: string): NoteCandidate | null => {
  switch (node.type) {
    case 'AssignmentExpression':
      return node.right.type === 'Identifier' || makes.test(text.slice(node.right.range[0], node.right.range[0] + 200)) ? assigned(node) : null;
    case 'LogicalExpression':
      return node.operator !== '&&' && makes.test(text.slice(...node.right.range)) ? noteOf(node.right, 'kept') : null;
    case 'VariableDeclaration':
      return makes.test(text.slice(node.range[0], node.range[0] + 200)) ? declared(node) : null;
    case 'CallExpression':
      return handedOver(node);
    case 'CatchClause':
      return noteOf(node.body, 'catch');
    case 'TryStatement':
      return node.finalizer ? noteOf(node.finalizer, 'finally') : null;
    default:
      return null;
  }
};

/** Notes what is kept beyond a function, what has a local name, and what runs whatever happens. */
export const connectionReader: NoteReader = {
  rule: connectionRule,
  nodes: ['AssignmentExpression', 'LogicalExpression', 'VariableDeclaration', 'CallExpression', 'CatchClause', 'TryStatement'],
  read: (node, _names, text) => read(node, text),
};
