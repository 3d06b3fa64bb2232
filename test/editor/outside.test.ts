import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { commands } from '../../src/editor/ids.ts';
import { flameline, leaveNothing, run, until, writeProgram } from './driver.ts';

describe('a file outside the workspace that a profile names', () => {
  let api: FlamelineApi;
  let folder: string;
  let file: string;
  before(async () => {
    api = await flameline();
    folder = mkdtempSync(join(tmpdir(), 'fl-outside-'));
    file = join(folder, 'secret.js');
    writeFileSync(file, 'function secret() {}\n');
  });
  afterEach(() => leaveNothing(api));
  after(() => rmSync(folder, { recursive: true }));

  it('opens only after the user said so, once', async () => {
    await run(commands.openProfile, writeProgram('outside.cpuprofile', JSON.stringify(namingOnly(file))));
    const asked = run(commands.openLocation, file, 1);
    await until('the file to open', async () => {
      assert.equal(api.state.current.opened?.manifest, null);
      await run('notifications.focusToasts');
      await run('notification.acceptPrimaryAction');
      return vscode.window.activeTextEditor?.document.fileName === file;
    });
    await asked;
    await run('workbench.action.closeAllEditors');
    await run(commands.openLocation, file, 1);
    assert.equal(vscode.window.activeTextEditor?.document.fileName, file);
  });

  it('stays closed when the question is dismissed', async () => {
    const other = join(folder, 'other.js');
    writeFileSync(other, 'function other() {}\n');
    await run(commands.openProfile, writeProgram('outside.cpuprofile', JSON.stringify(namingOnly(other))));
    let answered = false;
    const asked = Promise.resolve(run(commands.openLocation, other, 1)).finally(() => { answered = true; });
    await until('the question to go', async () => {
      await run('notifications.clearAll');
      return answered;
    });
    await asked;
    assert.equal(vscode.window.activeTextEditor, undefined);
  });
});

/** A profile whose only function lies in the file. */
function namingOnly(path: string): unknown {
  const frame = (functionName: string, url: string, lineNumber: number): object => ({ functionName, scriptId: '1', url, lineNumber, columnNumber: 0 });
  return {
    nodes: [{ id: 1, callFrame: frame('(root)', '', -1), children: [2] }, { id: 2, callFrame: frame('secret', pathToFileURL(path).href, 0), positionTicks: [{ line: 1, ticks: 100 }] }],
    samples: Array.from({ length: 100 }, () => 2),
    timeDeltas: Array.from({ length: 100 }, () => 1000),
    startTime: 0,
    endTime: 100_000,
  };
}
