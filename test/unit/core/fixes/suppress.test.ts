import assert from 'node:assert/strict';
import { suppress, type Suppression } from '../../../../src/core/fixes/suppress.ts';
import { offsetOf } from '../../../../src/core/fixes/text-lines.ts';
import { applyEdits } from '../../../../src/core/model/source-fix.ts';
import { parseModule } from '../../../../src/core/syntax/parse-module.ts';
import { loadParser } from '../../../../src/session/scan/load-parser.ts';
import { checkFiles } from '../../../helpers/scan-case.ts';
import { findingsOf } from './fix-case.ts';

const parser = await loadParser();
const head = `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n`;

/** The text with its first finding silenced. */
function silence(text: string, name = 'sample.tsx', given: Partial<Suppression> = {}): string {
  const [finding] = findingsOf(text, name);
  if (finding === undefined) throw new Error('nothing is found');
  const parsed = parseModule(parser, name, text);
  if (!parsed.ok) throw new Error(parsed.reason);
  const place = [offsetOf(text, finding.line, finding.column), offsetOf(text, finding.endLine, finding.endColumn)] as const;
  return applyEdits(text, [suppress(parsed.program, text, place, { rule: finding.rule, reason: 'three at most', scope: 'place', ...given })]);
}
const isQuiet = (text: string, name = 'sample.tsx'): void => {
  assert.deepEqual(findingsOf(text, name), [], text);
  assert.equal(checkFiles(new Map([[name, text]])).get(name)?.filter(({ suppressed }) => suppressed?.reason === 'three at most').length, 1, text);
};

describe('a comment that silences a finding', () => {
  it('stands above the line, with its indentation and its line ends', () => {
    const text = `${head}export async function load(ids: string[]) {\r\n\tfor (const id of ids)\r\n\t\tawait prisma.user.delete({ where: { id } });\r\n}\r\n`;
    const after = silence(text);
    assert.ok(after.includes('\r\n\t\t// flameline-ignore n-plus-one: three at most\r\n\t\tawait prisma'), after);
    isQuiet(after);
  });

  it('is none that a reader of the page sees, between tags', () => {
    const text = `${head}export const Page = ({ ids }: { ids: string[] }) => (\n  <ul>\n    {ids.map(async (id) => (\n      <li>\n        {String(await prisma.user.findFirst({ where: { id } }))}\n      </li>\n    ))}\n  </ul>\n);\n`;
    const after = silence(text);
    assert.ok(after.includes('\n        {/* flameline-ignore n-plus-one: three at most */}\n'), after);
    isQuiet(after);
  });

  it('is a plain one inside the braces of a page', () => {
    const text = `${head}export const Page = ({ ids }: { ids: string[] }) => (\n  <ul>\n    {ids.map(async (id) => {\n      const user = await prisma.user.findFirst({ where: { id } });\n      return <li>{user?.name}</li>;\n    })}\n  </ul>\n);\n`;
    const after = silence(text);
    assert.ok(after.includes('\n      // flameline-ignore n-plus-one'), after);
    isQuiet(after);
  });

  it('stands before the call where the line begins inside a template', () => {
    const text = `${head}export async function load(ids: string[]) {\n  for (const id of ids) console.log(\`user\n    \${String(await prisma.user.findFirst({ where: { id } }))}\n  \`);\n}\n`;
    const after = silence(text);
    assert.ok(after.includes('await /* flameline-ignore n-plus-one: three at most */ prisma'), after);
    isQuiet(after);
  });

  it('of a whole file is its first line, below a hashbang', () => {
    const text = `#!/usr/bin/env node\n${head}export async function load(ids: string[]) {\n  for (const id of ids) await prisma.user.delete({ where: { id } });\n}\n`;
    const after = silence(text, 'sample.ts', { scope: 'file' });
    assert.ok(after.startsWith('#!/usr/bin/env node\n// flameline-ignore-file n-plus-one: three at most\nimport'), after);
    isQuiet(after, 'sample.ts');
  });

  it('stays one comment, whatever the reason says', () => {
    const text = `${head}export async function load(ids: string[]) {\n  for (const id of ids) await prisma.user.delete({ where: { id } });\n}\n`;
    const after = silence(text, 'sample.ts', { reason: 'a\n b */ process.exit() ' });
    assert.ok(after.includes('\n  // flameline-ignore n-plus-one: a b * / process.exit()\n'), after);
  });
});

describe('offsets of places', () => {
  it('count lines as the parser does', () => {
    assert.equal(offsetOf('a\nbc\r\nd\u2028e\rf', 5, 1), 10);
    assert.equal(offsetOf('a\nbc', 2, 2), 3);
    assert.equal(offsetOf('a', 9, 9), 1);
  });
});
