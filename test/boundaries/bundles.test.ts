import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { bundles } from '../../esbuild.config.mjs';

/** Bundles a text in place of a bundle's entry. @throws what esbuild refuses */
async function bundleInstead(name: string, contents: string): Promise<string> {
  const { options } = bundles.find(({ outfile }) => outfile === `dist/${name}`) ?? assert.fail(`no bundle ${name}`);
  const stdin = { contents, resolveDir: import.meta.dirname, loader: 'ts' as const };
  const { outputFiles } = await build({ ...options, stdin, write: false, logLevel: 'silent' });
  return outputFiles[0].text;
}

const useEditor = "import * as vscode from 'vscode';\nconsole.log(vscode.version);";

describe('a bundle', () => {
  it('exists for each place that runs our code, and one for the compiler they share, the scanner, the fixes, the converter of trees and the parser with its module', () => {
    const names = bundles.map(({ outfile }) => outfile.replace('dist/', ''));
    assert.deepEqual(names, ['extension.cjs', 'worker.cjs', 'probe.cjs', 'cli.cjs', 'webview.js', 'webview.css', 'typescript.cjs', 'scan.cjs', 'fixes.cjs', 'scslre.cjs', 'estree.cjs', 'oxc.cjs', 'oxc.wasm']);
  });

  for (const name of ['worker.cjs', 'probe.cjs', 'cli.cjs', 'webview.js']) {
    it(`of the ${name} can't be made with vscode in it`, () => assert.rejects(bundleInstead(name, useEditor), /Could not resolve "vscode"/));
  }

  it("of the page can't be made with Node in it", () => assert.rejects(bundleInstead('webview.js', "import 'node:fs';"), /Could not resolve "node:fs"/));

  it('of the extension finds vscode in the editor', async () => assert.match(await bundleInstead('extension.cjs', useEditor), /require\("vscode"\)/));

  it('of the worker never holds the TypeScript compiler but loads it from its chunk', async () => {
    const text = await bundleInstead('worker.cjs', "export const late = () => import('typescript');");
    assert.match(text, /"\.\/typescript\.cjs"/);
    assert.ok(text.length < 5_000, `${text.length} characters`);
  });

  it('of the extension would break its budget with the TypeScript compiler in it', async () => {
    const { budget } = bundles.find(({ outfile }) => outfile === 'dist/extension.cjs') ?? assert.fail();
    assert.ok((await bundleInstead('extension.cjs', "export const late = () => import('typescript');")).length > budget);
  });
});
