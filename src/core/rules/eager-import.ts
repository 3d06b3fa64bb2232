import type { TSESTree } from '@typescript-eslint/types';
import type { FileFacts, FunctionFacts } from '../callgraph/facts.ts';
import { contains } from '../callgraph/spans.ts';
import type { NoteCandidate } from '../callgraph/note-reader.ts';
import { answersRequest, runsAtStart } from './enclosing.ts';
import { callsModule, isHandedOn, isWhatForFile } from './exports-using.ts';
import { heavyModules } from './heavy-modules.ts';
import type { Rule } from './rule.ts';

interface Imported {
  readonly module: string;
  readonly locals: readonly TSESTree.Identifier[];
}

const readImport = (node: TSESTree.ImportDeclaration): Imported | null => {
  if (node.importKind === 'type') return null;
  const values = node.specifiers.filter((specifier) => specifier.type !== 'ImportSpecifier' || specifier.importKind !== 'type');
  return { module: node.source.value, locals: values.map(({ local }) => local) };
};

const readRequire = ({ declarations: [first] }: TSESTree.VariableDeclaration): Imported | null => {
  const call = first?.init?.type === 'CallExpression' ? first.init : null;
  const [module] = call?.arguments ?? [];
  if (call?.callee.type !== 'Identifier' || call.callee.name !== 'require' || module?.type !== 'Literal' || typeof module.value !== 'string') return null;
  return first.id.type === 'Identifier' ? { module: module.value, locals: [first.id] } : null;
};

/** Where a name stands in the text, outside of comments, quotes and types; `line:column` each. */
const placesOf = (name: string, text: string, [from, to]: TSESTree.Range): string[] => {
  const places: string[] = [];
  const lines = text.split('\n');
  const pattern = new RegExp(`(?<![\\w$'"\`/-])(?<!(?<!\\.\\.)\\.)${name.replaceAll('$', '\\$')}(?![\\w$'"\`/-])`, 'g');
  let start = 0;
  for (const [index, line] of lines.entries()) {
    if (!/^\s*(?:\*|\/\/|\/\*)/.test(line)) {
      for (const { index: at } of line.matchAll(pattern)) if (start + at < from || start + at >= to) places.push(`${index + 1}:${at + 1}`);
    }
    start += line.length + 1;
  }
  return places;
};

const read = (node: TSESTree.Node, text: string): NoteCandidate | null => {
  const imported = node.type === 'ImportDeclaration' ? readImport(node) : node.type === 'VariableDeclaration' ? readRequire(node) : null;
  if (!imported || imported.locals.length === 0 || !Object.hasOwn(heavyModules, imported.module)) return null;
  return { at: imported.locals[0], detail: { module: imported.module, places: imported.locals.flatMap(({ name }) => placesOf(name, text, node.range)).join(' ') } };
};

const outermost = (file: FileFacts): readonly FunctionFacts[] => file.functions.filter(({ id, parent }) => id !== 0 && parent <= 0);

/** The one function all uses stand in; `null` when something uses it as the module is loaded, or when several do. */
const onlyUser = (file: FileFacts, places: string): FunctionFacts | null => {
  const users = new Set<FunctionFacts | undefined>();
  for (const place of places.split(' ')) {
    const [line, column] = place.split(':').map(Number);
    users.add(outermost(file).find(({ span }) => contains(span, { line, column, endLine: line, endColumn: column + 1 })));
  }
  const [user] = users;
  return users.size === 1 && user ? user : null;
};

/** A heavy module that every start loads and one function uses. */
export const eagerImport: Rule = {
  id: 'eager-import',
  summary: 'A heavy module loaded at every start and used in one function',
  needs: [new RegExp(`(?:from|require\\()\\s*['"](?:${Object.keys(heavyModules).join('|')})['"]`)],
  reader: { rule: 'eager-import', nodes: ['ImportDeclaration', 'VariableDeclaration'], read: (node, _names, text) => read(node, text) },
  onNote({ file, note }) {
    const { detail } = note;
    if (note.functionId !== 0 || typeof detail !== 'object' || detail === null || !('places' in detail) || typeof detail.module !== 'string') return null;
    const user = typeof detail.places === 'string' ? onlyUser(file, detail.places) : null;
    if (!user || outermost(file).length < 2 || runsAtStart(file, user) || answersRequest(file, user)) return null;
    if (isHandedOn(file, detail.module) || !callsModule(file, user, detail.module) || isWhatForFile(file, user)) return null;
    return {
      span: note.span,
      kind: 'start-up',
      message: `\`${detail.module}\` (${heavyModules[detail.module]}) is loaded whenever this file is, and only \`${user.name || 'one function'}\` uses it.`,
      severity: 'hint',
      chain: [{ file: file.path, span: note.span, label: detail.module }],
      advice: `Load it where it is used: \`await import('${detail.module}')\`. The first call waits for it once.`,
    };
  },
};
