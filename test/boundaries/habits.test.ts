import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '..', '..');

describe('the rules for code', () => {
  // A planted text is no file of the project, so the rules that need types are left out here.
  const linter = new ESLint({
    cwd: root,
    overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
  });
  const broken = async (text: string, filePath = 'src/session/planted.ts') => {
    const [result] = await linter.lintText(`${text}\n`, { filePath: join(root, filePath) });
    return result.messages.map(({ ruleId, message }) => `${ruleId ?? ''} ${message}`).join('\n');
  };

  const breaches: readonly (readonly [title: string, text: string, expected: RegExp, file?: string])[] = [
    ['any', 'export const v: any = 1;', /no-explicit-any/],
    ['a non-null assertion', 'export const v = (x?: string) => x!.length;', /no-non-null-assertion/],
    ['an object dressed as a type', 'export const v = { a: 1 } as { a: number; b: number };', /consistent-type-assertions/],
    ['a silenced type error', '// @ts-ignore\nexport const v: string = 1;', /ban-ts-comment/],
    ['a silenced rule', '// eslint-disable-next-line no-eval\nexport const v = eval("1");', /no-eval/],
    ['a shell', "import { spawn } from 'node:child_process';\nspawn('ls', [], { shell: true });", /No shell/],
    ['exec', "import { exec } from 'node:child_process';\nexec('ls');", /They start a shell/],
    ['new Function', 'export const v = new Function("return 1");', /no-new-func|no-implied-eval/],
    ['innerHTML', 'export const v = (e: { innerHTML: string }) => { e.innerHTML = "<b>"; };', /must stay text/],
    ['chance', 'export const v = Math.random();', /node:crypto/],
    ['a console', "console.log('x');", /no-console/],
    ['unfinished work', '// TODO later\nexport const v = 1;', /no-warning-comments/],
    ['a clock in core', 'export const v = Date.now();', /core has no clock/, 'src/core/model/planted.ts'],
    ['another clock in core', 'export const v = new Date();', /core has no clock/, 'src/core/model/planted.ts'],
    ['a lone test', "it.only('x', () => undefined);", /Every test runs/, 'test/unit/planted.test.ts'],
    ['a test switched off', "describe.skip('x', () => undefined);", /Every test runs/, 'test/unit/planted.test.ts'],
    ['a sleeping test', 'await new Promise((done) => setTimeout(done, 500));', /Nothing sleeps/, 'test/unit/planted.test.ts'],
  ];
  for (const [title, text, expected, file] of breaches) {
    it(`refuse ${title}`, async () => assert.match(await broken(text, file), expected));
  }

  it('let a plain module be', async () => {
    assert.equal(await broken("import { spawn } from 'node:child_process';\n\nexport const start = (file: string) => spawn(file, ['--version']);"), '');
  });

  it('let core use a time it was given', async () => {
    assert.equal(await broken('export const year = (time: number) => new Date(time).getUTCFullYear();', 'src/core/model/planted.ts'), '');
  });
});
