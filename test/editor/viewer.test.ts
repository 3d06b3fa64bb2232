import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { commands, panels } from '../../src/editor/ids.ts';
import { flameline, leaveNothing, run, show, until, workspaceFolder, writeProgram } from './driver.ts';

const code = 'function slow() {\n  return 1;\n}\nfunction quick() {\n  return 2;\n}\n';

/** A profile of two functions of a file, `slow` with four of five samples. */
function writeProfile(name: string, file: vscode.Uri, slow = 'slow'): vscode.Uri {
  const node = (id: number, functionName: string, lineNumber: number, url: string, children: number[] = []) =>
    ({ id, callFrame: { functionName, scriptId: '1', url, lineNumber, columnNumber: 0 }, children, positionTicks: [{ line: lineNumber + 2, ticks: id === 2 ? 40 : 10 }] });
  const samples = Array.from({ length: 50 }, (_, index) => (index % 5 === 0 ? 3 : 2));
  const nodes = [node(1, '(root)', -1, '', [2, 3]), node(2, slow, 0, file.toString()), node(3, 'quick', 3, file.toString())];
  return writeProgram(name, JSON.stringify({ nodes, samples, timeDeltas: samples.map(() => 1_000), startTime: 0, endTime: 50_000 }));
}

const customTabs = (): vscode.TabInputCustom[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input).filter((input) => input instanceof vscode.TabInputCustom);

describe('the viewer', () => {
  let api: FlamelineApi;
  let source: vscode.Uri;
  before(async () => {
    api = await flameline();
    source = writeProgram('viewed.js', code);
  });
  afterEach(() => leaveNothing(api));
  const read = () => until('the profile', () => api.pages.active?.profile);

  it('opens a profile file as an editor, which also becomes the open recording', async () => {
    const profile = writeProfile('viewed.cpuprofile', source);
    await run(commands.openInViewer, profile);
    assert.deepEqual(customTabs().map(({ viewType, uri }) => [viewType, uri.fsPath]), [[panels.editor, profile.fsPath]]);
    assert.equal((await read()).opened.data.lanes[0].samples.length, 50);
    assert.equal(api.state.current.opened?.path, profile.fsPath);
    assert.equal('data' in api.state.current.opened, false, 'the columns stay with the page');
  });

  it('opens as an editor only when it is asked for', async () => {
    const profile = writeProfile('plain.cpuprofile', source);
    await run('vscode.openWith', profile, panels.editor);
    await read();
    assert.equal(api.state.current.opened, null);
  });

  it('opens once beside the code, follows the open recording, and is empty without one', async () => {
    await show(source);
    await run(commands.openFlameGraph);
    await run(commands.openFlameGraph);
    assert.equal(api.pages.visible.length, 1);
    assert.equal(api.pages.active?.profile, null);
    await until('the second column', () => api.pages.active?.panel.viewColumn === vscode.ViewColumn.Two);
    const path = await openQuietly(writeProfile('first.cpuprofile', source));
    const first = await until('the first', () => api.pages.visible.find(({ profile }) => profile?.opened.path === path && profile.revision === 1));
    await openQuietly(writeProfile('second.cpuprofile', source));
    await until('the second', () => first.profile?.revision === 2);
    await run(commands.clearResults);
    await until('nothing', () => first.profile === null);
  });

  it('leads from a line of the code to the row the hover is about, and from the row back', async () => {
    await run(commands.openInViewer, writeProfile('rows.cpuprofile', source));
    const { rows } = await read();
    const slow = rows.rowNamed('slow');
    assert.deepEqual(rows.place(slow), { file: source.fsPath, line: 1 });
    assert.deepEqual([rows.rowAt(source.fsPath, 2, ''), rows.rowAt(source.fsPath, 1, 'slow'), rows.rowAt(source.fsPath, 3, '')], [slow, slow, -1]);
    assert.equal(rows.rowAt(source.fsPath, 4, 'quick'), rows.rowNamed('quick'));
    assert.deepEqual([rows.place(-1), rows.place(99), rows.rowNamed('none')], [null, null, -1]);
  });

  it('names the place in a damaged file, and keeps what was open', async () => {
    const { revision } = api.state.current;
    await run(commands.openInViewer, writeProgram('broken.cpuprofile', '{ "nodes": ['));
    assert.equal(customTabs().length, 1);
    assert.match(api.pages.active?.failure ?? '', /\(byte 12\)|byte 12/);
    assert.equal(api.state.current.revision, revision);
  });

  it('offers to read a file again that changed on disk, and reads it by itself when it was broken', async () => {
    const profile = writeProgram('growing.cpuprofile', '');
    await run(commands.openInViewer, profile);
    assert.match(api.pages.active?.failure ?? '', /empty/);
    writeProfile('growing.cpuprofile', source);
    const { revision } = await read();
    writeProfile('growing.cpuprofile', source, 'renamed');
    await until('the offer', () => api.pages.active?.isOutdated);
    assert.equal(api.pages.active?.profile?.revision, revision, 'not read without being asked');
  });

  it('follows a link in a document to the profile and its frame', async () => {
    mkdirSync(join(workspaceFolder(), 'scratch', 'my runs'), { recursive: true });
    copyFileSync(writeProfile('linked.cpuprofile', source).fsPath, join(workspaceFolder(), 'scratch', 'my runs', 'a.cpuprofile'));
    const notes = writeProgram('notes.md', 'Look at flameline:my%20runs/a.cpuprofile#frame=quick first.\n');
    await show(notes);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', notes);
    const target = links.find(({ target: uri }) => uri?.path === commands.openLink)?.target ?? assert.fail('no link');
    await run(target.path, ...(JSON.parse(target.query) as unknown[]));
    const { opened, rows } = await read();
    assert.equal(opened.path, join(workspaceFolder(), 'scratch', 'my runs', 'a.cpuprofile'));
    assert.ok(rows.rowNamed('quick') >= 0);
  });

  it('says that a linked profile is gone', async () => {
    await run(commands.openLink, { path: 'none.cpuprofile', frame: '', folder: null });
    assert.deepEqual(customTabs(), []);
  });

  /** Opens a profile as the open recording and closes its editor. */
  async function openQuietly(profile: vscode.Uri): Promise<string> {
    await run(commands.openInViewer, profile);
    await until('the recording', () => api.state.current.opened?.path === profile.fsPath);
    await run('workbench.action.closeActiveEditor');
    return profile.fsPath;
  }
});

describe('a profile opened as text', () => {
  let api: FlamelineApi;
  before(async () => { api = await flameline(); });
  afterEach(() => leaveNothing(api));

  it('is opened in the viewer from its tab', async () => {
    const profile = writeProfile('text.cpuprofile', writeProgram('viewed.js', code));
    writeFileSync(profile.fsPath, `${JSON.stringify(JSON.parse(Buffer.from(await vscode.workspace.fs.readFile(profile)).toString()), null, 1)}\n`);
    await run('vscode.openWith', profile, 'default');
    await run(commands.openInViewer);
    assert.equal(customTabs()[0]?.uri.fsPath, profile.fsPath);
  });
});
