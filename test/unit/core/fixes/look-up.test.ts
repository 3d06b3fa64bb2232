import assert from 'node:assert/strict';
import { compile, findingsOf, fixesOf, fixFirst } from './fix-case.ts';

const head = 'export interface User { id: string; groupId?: string }\nexport interface Group { id: string; name: string }\n';

describe('a search in each turn of a loop', () => {
  const fixed = new Map<string, string>();
  const becomes = (what: string, before: string, after: string): void => {
    it(`${what}, and nothing is found in it any more`, () => {
      const text = fixFirst(head + before);
      assert.equal(text, head + after);
      assert.deepEqual(findingsOf(text), []);
      fixed.set(`${fixed.size}.ts`, text);
    });
  };

  becomes('for a value becomes a look-up in a Set',
    'export function missing(ids: string[], wanted: string[]) {\n  return wanted.filter((id) => !ids.includes(id));\n}\n',
    'export function missing(ids: string[], wanted: string[]) {\n  const idsSet = new Set(ids);\n  return wanted.filter((id) => !idsSet.has(id));\n}\n');
  becomes('by indexOf does, where only its presence is asked for',
    'export function count(ids: readonly string[], wanted: string[]) {\n  let all = 0;\n  for (const id of wanted) if (ids.indexOf(id) === -1) all++;\n  return all;\n}\n',
    'export function count(ids: readonly string[], wanted: string[]) {\n  let all = 0;\n  const idsSet = new Set(ids);\n  for (const id of wanted) if (!idsSet.has(id)) all++;\n  return all;\n}\n');
  becomes('of a list that grows keeps the Set up with it',
    'export function distinct(rows: string[]) {\n  const seen: string[] = [];\n  for (const row of rows) {\n    if (!seen.includes(row)) seen.push(row);\n  }\n  return seen;\n}\n',
    'export function distinct(rows: string[]) {\n  const seen: string[] = [];\n  const seenSet = new Set(seen);\n  for (const row of rows) {\n    if (!seenSet.has(row)) { seen.push(row); seenSet.add(row); }\n  }\n  return seen;\n}\n');
  becomes('of a list that grows on a line of its own does so below it',
    'export function distinct(rows: string[]) {\n  const seen: string[] = [];\n  for (const row of rows) {\n    if (seen.includes(row)) continue;\n    seen.push(row);\n  }\n  return seen;\n}\n',
    'export function distinct(rows: string[]) {\n  const seen: string[] = [];\n  const seenSet = new Set(seen);\n  for (const row of rows) {\n    if (seenSet.has(row)) continue;\n    seen.push(row);\n    seenSet.add(row);\n  }\n  return seen;\n}\n');
  becomes('for an object by a member becomes a look-up in a Map, also by a key that may be missing',
    'export function names(users: User[], groups: Group[]) {\n  return users.map((user) => groups.find((group) => group.id === user.groupId)?.name);\n}\n',
    'export function names(users: User[], groups: Group[]) {\n  const groupsById = new Map<unknown, (typeof groups)[number]>([...groups].reverse().map((group) => [group.id, group]));\n  return users.map((user) => groupsById.get(user.groupId)?.name);\n}\n');

  it('compiles, in strict TypeScript', () => {
    assert.equal(fixed.size, 5);
    assert.deepEqual(compile(fixed), []);
  });

  it('needs no types in JavaScript', () => {
    const text = fixFirst('export function names(users, groups) {\n  const all = [...groups];\n  return users.map((user) => all.find((group) => user.groupId === group.id));\n}\n', 'sample.js');
    assert.match(text ?? '', /new Map\(\[\.\.\.all\]\.reverse\(\)/);
  });

  const refused = (why: string, body: string): void => {
    it(`is left as it is ${why}`, () => {
      const text = head + body;
      const [finding] = findingsOf(text);
      assert.equal(finding?.rule, 'quadratic-loop', 'it is found');
      assert.deepEqual(fixesOf(text, finding).filter(({ kind }) => kind === 'edit'), []);
    });
  };
  refused('where the place in the list is asked for', 'export function places(ids: string[], wanted: string[]) {\n  return wanted.map((id) => ids.indexOf(id));\n}\n');
  refused('where the list shrinks in the loop', 'export function rest(ids: string[], wanted: string[]) {\n  for (const id of wanted) {\n    if (ids.includes(id)) ids.splice(0, 1);\n  }\n}\n');
  refused('where the list is handed to who may change it', 'export function rest(ids: string[], wanted: string[], change: (ids: string[]) => void) {\n  for (const id of wanted) {\n    if (!ids.includes(id)) change(ids);\n  }\n}\n');
  refused('where another function changes it', 'const ids: string[] = [...process.argv];\nfunction add(id: string) { ids.push(id); }\nexport function all(wanted: string[]) {\n  for (const id of wanted) if (!ids.includes(id)) add(id);\n}\n');
  refused('where the function is one expression, with no place for a Set', 'export const missing = (ids: string[], wanted: string[]) => wanted.filter((id) => !ids.includes(id));\n');
  refused('where the Set would be made anew in a loop around', 'export function all(ids: string[], groups: string[][]) {\n  for (const group of groups) {\n    for (const id of group) if (ids.includes(id)) console.log(id);\n  }\n}\n');
  refused('where it compares more than one member', 'export function names(users: User[], groups: Group[]) {\n  return users.map((user) => groups.find((group) => group.id === user.groupId && group.name === user.id));\n}\n');
});
