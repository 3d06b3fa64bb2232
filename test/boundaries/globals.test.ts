import assert from 'node:assert/strict';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..');
/** Parsed libraries, the same for every check. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Type-checks a text as if it lay in a folder with its own tsconfig. @returns the messages */
function check(folder: string, text: string): string[] {
  const config = ts.readConfigFile(join(root, folder, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(root, folder));
  const planted = join(root, folder, 'planted.ts');
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, how) => {
    if (name === planted) return ts.createSourceFile(name, text, how);
    if (!parsed.has(name)) parsed.set(name, read(name, how));
    return parsed.get(name);
  };
  const program = ts.createProgram([planted], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('the types that a folder sees', () => {
  const breaches: readonly (readonly [title: string, text: string, name: string])[] = [
    ['the process', 'export const v = process.pid;', 'process'],
    ['a Buffer', 'export const v = Buffer.alloc(1);', 'Buffer'],
    ['the document', 'export const v = document.title;', 'document'],
    ['the window', 'export const v = window.name;', 'window'],
    ['timers', 'setTimeout(() => undefined, 1);', 'setTimeout'],
    ['the console', "console.log('x');", 'console'],
    ['the network', "export const v = fetch('x');", 'fetch'],
    ['a high-resolution clock', 'export const v = performance.now();', 'performance'],
    ['require', "export const v = require('fs');", 'require'],
  ];
  for (const folder of ['src/core', 'src/protocol']) {
    for (const [title, text, name] of breaches) {
      it(`do not let ${folder} use ${title}`, () => assert.match(check(folder, text).join('\n'), new RegExp(`Cannot find name '${name}'`)));
    }
  }

  it('let core use the language itself', () => assert.deepEqual(check('src/core', 'export const v = new Map([[1, Math.max(2, 3)]]);'), []));

  it("do not let src use the tests' globals", () => assert.match(check('src', "it('x', () => undefined);").join('\n'), /Cannot find name 'it'/));

  it('refuse what would not run without a compile step', () => {
    assert.match(check('src', 'export enum Kind { One }').join('\n'), /erasableSyntaxOnly/);
  });
});
