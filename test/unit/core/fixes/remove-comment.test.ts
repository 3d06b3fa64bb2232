import assert from 'node:assert/strict';
import { findingsOf, fixesOf, fixFirst } from './fix-case.ts';

describe('removing a comment that silences nothing', () => {
  const cases: readonly (readonly [what: string, before: string, after: string, name?: string])[] = [
    ['takes its line with it', 'const a = 1;\n  // flameline-ignore slow-regexp: short\nconst b = 2;\n', 'const a = 1;\nconst b = 2;\n'],
    ['takes its line with it, also with Windows line ends and as the last line', 'const a = 1;\r\n// flameline-ignore slow-regexp: short\r\n', 'const a = 1;\r\n'],
    ['leaves the code before it', 'const a = 1; // flameline-ignore slow-regexp: short\nconst b = 2;', 'const a = 1;\nconst b = 2;'],
    ['leaves the code behind it', 'const a = /* flameline-ignore slow-regexp: short */ 1;\n', 'const a =  1;\n'],
    ['takes the braces around it in JSX', 'const a = <p>\n  {/* flameline-ignore slow-regexp: short */}\n  text\n</p>;\n', 'const a = <p>\n  text\n</p>;\n', 'sample.tsx'],
    ['leaves an object that begins before it', 'const a = {/* flameline-ignore slow-regexp: short */ b: 1 };\n', 'const a = { b: 1 };\n'],
    ['leaves the braces of a block that holds nothing else', 'if (a) {/* flameline-ignore slow-regexp: short */}\nb();\n', 'if (a) {}\nb();\n'],
    ['takes a comment for the whole file', '// flameline-ignore-file slow-regexp: short\nconst a = 1;\n', 'const a = 1;\n'],
  ];
  for (const [what, before, after, name] of cases) {
    it(what, () => {
      const changed = fixFirst(before, name);
      assert.equal(changed, after);
      assert.deepEqual(findingsOf(changed ?? '', name), []);
    });
  }

  it('is not offered for a comment that only lacks its reason', () => {
    const text = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function load(ids: string[]) {\n  for (const id of ids) await prisma.user.findFirst({ where: { id } }); // flameline-ignore n-plus-one\n}\n";
    const [finding] = findingsOf(text);
    assert.deepEqual([finding.rule, finding.kind, fixesOf(text, finding)], ['ignore-comment', 'no-reason', []]);
  });
});
