import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';

/** Own work, so that there is something to paint, then a real program: the TypeScript compiler on this project. */
const program = (root: string): string => `function own() {
  const end = Date.now() + 400;
  let sum = 0;
  while (Date.now() < end) for (let i = 0; i < 1e5; i++) sum += Math.sqrt(i) % 7;
  return sum;
}
own();
process.argv.push('-p', ${JSON.stringify(root)}, '--noEmit', '--incremental', 'false');
require(${JSON.stringify(join(root, 'node_modules', 'typescript', 'lib', 'tsc.js'))});
`;

/** Prints when the process is gone, ms since 1970. */
const watcher = 'const pid = Number(process.argv[1]); setInterval(() => { try { process.kill(pid, 0); } catch { console.log(Date.now()); process.exit(); } }, 2);';

/** Wall-clock ms with fractions, comparable between processes. */
const now = (): number => performance.timeOrigin + performance.now();

/** Profiles a real program again and again: exit of the process → marks in its editor, as the extension host sees it. */
export async function measureRuns(api: FlamelineApi, root: string, runs: number): Promise<Record<string, number[]>> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('a folder is open');
  const uri = vscode.Uri.joinPath(folder, 'compile.js');
  writeFileSync(uri.fsPath, program(root));
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  const found: Record<string, number[]> = { exit: [], report: [], megabytes: [] };
  for (let run = 0; run < runs; run++) {
    await vscode.commands.executeCommand('flameline.clearResults');
    let [gone, reported, painted] = [Promise.resolve(''), 0, 0];
    const listeners = [
      vscode.tasks.onDidStartTaskProcess(({ processId }) => {
        gone = text(spawn(process.execPath, ['-e', watcher, String(processId)], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }).stdout);
      }),
      vscode.tasks.onDidEndTaskProcess(() => { reported = now(); }),
      // The painter listens as well, and came before. The result comes once more when the exit is reported.
      api.state.onDidChange(({ opened }) => { if (opened && painted === 0 && api.painter.marksOf(editor).length > 0) painted = now(); }),
    ];
    await vscode.commands.executeCommand('flameline.profileFile', uri);
    for (const listener of listeners) listener.dispose();
    const exit = Number(await gone);
    assert.ok(painted > 0, 'the run painted heat');
    const { path, manifest } = api.state.current.opened ?? assert.fail('the run has a result');
    found['exit'].push(painted - exit);
    found['report'].push(reported - exit);
    found['megabytes'].push(statSync(join(path, manifest?.profiles[0]?.profile ?? '')).size / 1e6);
  }
  return found;
}
