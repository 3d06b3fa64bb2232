import type { TSESTree } from '@typescript-eslint/types';
import type { SourceEdit } from '../model/source-fix.ts';
import { addImport } from './add-import.ts';
import { textOf } from './batch.ts';
import { isRepeated } from './element-loop.ts';
import { findCall, mayAwait } from './find-place.ts';
import type { Fixer, FixRequest } from './fixer.ts';
import { type ModuleName, readModuleName } from './module-name.ts';
import { namesOf } from './names.ts';
import { offsetOf } from './text-lines.ts';

/** Functions of `fs` that its promises have under the name without `Sync`, with the same arguments and result. */
const fileFunctions = new Set([
  'access', 'appendFile', 'chmod', 'copyFile', 'cp', 'lstat', 'mkdir', 'mkdtemp', 'readFile', 'readdir', 'readlink', 'realpath', 'rename', 'rm', 'rmdir', 'stat', 'symlink', 'truncate', 'unlink', 'utimes', 'writeFile',
]);
/** With a setting more their promises do something else: `throwIfNoEntry` is not known there. */
const firstOnly = new Set(['lstat', 'stat']);
const passwordFunctions = new Set(['compare', 'genSalt', 'hash']);

/** How the name that waits is reached. */
interface Instead {
  readonly callee: string;
  readonly edits: readonly SourceEdit[];
}

/** `await readFile(…)` in place of `readFileSync(…)`: only in an async function, and not in a loop, where each turn would wait. */
export const waitInstead: Fixer = (request) => {
  const { program, text, finding } = request;
  const place = findCall(program, offsetOf(text, finding.line, finding.column), offsetOf(text, finding.endLine, finding.endColumn));
  if (!place || place.node.optional || !mayAwait(place.ancestors) || isRepeated(place.ancestors)) return null;
  const { node, ancestors: [parent] } = place;
  const from = readModuleName(program, node.callee);
  const name = from?.name.endsWith('Sync') ? from.name.slice(0, -4) : '';
  const instead = from && findInstead(from, name, node, request);
  if (!instead) return null;
  const call = `await ${instead.callee}${text.slice(node.callee.range[1], node.range[1])}`;
  const replaced = { start: node.range[0], end: node.range[1], text: bindsCloser(parent, node) ? `(${call})` : call };
  return { title: `Wait for \`${name}\` instead of blocking`, kind: 'edit', edits: [...instead.edits, replaced] };
};

function findInstead({ module, through }: ModuleName, name: string, { callee, arguments: args }: TSESTree.CallExpression, { program, text }: FixRequest): Instead | null {
  const object = callee.type === 'MemberExpression' ? textOf(text, callee.object) : null;
  if (module === 'bcrypt' || module === 'bcryptjs') return object !== null && passwordFunctions.has(name) ? { callee: `${object}.${name}`, edits: [] } : null;
  if (module !== 'fs' || !fileFunctions.has(name) || (firstOnly.has(name) && args.length > 1)) return null;
  if (object !== null) return through === 'module' ? { callee: `${object}.promises.${name}`, edits: [] } : null;
  const imported = addImport(program, text, { name, from: 'node:fs/promises' }, namesOf(program));
  return imported && { callee: imported.name, edits: imported.edits };
}

/** `await` would take in what is written behind the call, or before it. */
const bindsCloser = (parent: TSESTree.Node | undefined, node: TSESTree.Node): boolean =>
  (parent?.type === 'MemberExpression' && parent.object === node) || (parent?.type === 'CallExpression' && parent.callee === node) ||
  parent?.type === 'TSNonNullExpression' || parent?.type === 'ChainExpression' || parent?.type === 'TaggedTemplateExpression' || (parent?.type === 'BinaryExpression' && parent.operator === '**');
