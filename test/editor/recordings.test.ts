import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { flameline, leaveNothing, profile, run, until, workspaceFolder, writeProgram } from './driver.ts';

type Dialog = 'showInputBox' | 'showSaveDialog' | 'showWarningMessage';

/** Answers one kind of dialog while `act` runs; the arguments it was asked with. */
async function answering(dialog: Dialog, answer: unknown, act: () => Thenable<unknown>): Promise<unknown[]> {
  const asked: unknown[] = [];
  const own = Object.getOwnPropertyDescriptor(vscode.window, dialog);
  Object.defineProperty(vscode.window, dialog, { configurable: true, value: (...args: unknown[]) => { asked.push(...args); return Promise.resolve(answer); } });
  try {
    await act();
  } finally {
    if (own) Object.defineProperty(vscode.window, dialog, own);
  }
  assert.ok(asked.length > 0, `${dialog} was asked`);
  return asked;
}

describe('a recording in the list', () => {
  let api: FlamelineApi;
  let path: string;
  const program = 'const end = Date.now() + 200; while (Date.now() < end);';
  before(async () => { api = await flameline(); });
  beforeEach(async () => {
    await profile(writeProgram('listed.js', program));
    path = api.state.current.opened?.path ?? assert.fail('the run has a result');
  });
  afterEach(() => leaveNothing(api));

  const rows = async (): Promise<{ row: unknown; item: vscode.TreeItem }[]> =>
    Promise.all((await api.recordings.getChildren() ?? []).map(async (row) => ({ row, item: await api.recordings.getTreeItem(row) })));
  const listed = async (): Promise<{ row: unknown; item: vscode.TreeItem }> =>
    (await rows()).find(({ item }) => item.id === path) ?? assert.fail('the recording is listed');

  it('is renamed, starting from its name, and never to nothing', async () => {
    const { row } = await listed();
    const [options] = await answering('showInputBox', '  Before the fix ', () => run('flameline.renameRecording', row));
    const asked = options as vscode.InputBoxOptions;
    assert.equal(asked.value, 'listed.js');
    assert.equal(asked.validateInput?.('  '), 'A recording needs a name.');
    assert.equal((await listed()).item.label, 'Before the fix');
    assert.equal(JSON.parse(readFileSync(join(path, 'recording.json'), 'utf8')).label, 'Before the fix');
  });

  it('keeps its name when the question is dismissed', async () => {
    const { row } = await listed();
    await answering('showInputBox', undefined, () => run('flameline.renameRecording', row));
    assert.equal((await listed()).item.label, 'listed.js');
  });

  it('saves a copy of its profile, byte for byte', async () => {
    const { row } = await listed();
    const target = vscode.Uri.file(join(workspaceFolder(), 'scratch', 'copy.cpuprofile'));
    await answering('showSaveDialog', target, () => run('flameline.saveRecordingCopy', row));
    const profileName = api.state.current.opened?.manifest?.profiles[0]?.profile ?? assert.fail('it has a profile');
    assert.deepEqual(readFileSync(target.fsPath), readFileSync(join(path, profileName)));
    await run('flameline.openProfile', target);
    assert.equal(api.state.current.opened?.path, target.fsPath);
  });

  it('is deleted after a question, and its heat with it', async () => {
    const { row } = await listed();
    const asked = await answering('showWarningMessage', 'Delete', () => run('flameline.deleteRecording', row));
    assert.equal(asked[0], 'Delete the recording "listed.js"?');
    assert.deepEqual(asked[1], { modal: true, detail: 'Its profiles are removed for good.' });
    assert.equal(existsSync(path), false);
    assert.equal(api.state.current.opened, null);
    assert.ok((await rows()).every(({ item }) => item.id !== path));
  });

  it('stays when the question is answered with no', async () => {
    const { row } = await listed();
    await answering('showWarningMessage', undefined, () => run('flameline.deleteRecording', row));
    assert.equal(existsSync(path), true);
    assert.equal(api.state.current.opened?.path, path);
  });

  it('runs again with its own arguments', async () => {
    const { row } = await listed();
    await run('flameline.rerunRecording', row);
    await until('the new recording', () => api.state.current.opened && api.state.current.opened.path !== path);
    assert.equal(api.state.current.opened?.manifest?.file, join(workspaceFolder(), 'scratch', 'listed.js'));
  });
});
