import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { commands } from '../../src/editor/ids.ts';
import { nodeBinary } from '../helpers/test-cache.ts';
import { configure, flameline, hoverAt, leaveNothing, ourDiagnostics, profile, run, show, until, workspaceFolder, writeProgram } from './driver.ts';

const hostile: readonly unknown[] = [
  null, 0, -1, 'x', '/etc/passwd', 'command:workbench.action.closeWindow', {}, [], { fsPath: '/etc/passwd', scheme: 'file' }, { entry: { path: '/' } },
  { scheme: 'file', path: '/a.js', toString: () => 'x' }, Symbol.iterator, () => 'x', new Map(), '__proto__',
];
/** These look at no argument. */
const takingNothing: readonly string[] = [
  commands.clearResults, commands.cycleShownValue, commands.filterHotspots, commands.showHotspots, commands.showRunDetails,
  commands.openExample, commands.rerunLast, commands.rerunFiner, commands.showFindings, commands.clearFindings,
];

describe('commands', () => {
  let api: FlamelineApi;
  before(async () => { api = await flameline(); });
  afterEach(() => leaveNothing(api));

  it('are all registered', async () => {
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(Object.values(commands).filter((command) => !known.includes(command)), []);
  });

  it('C12 does nothing in any command with arguments that are none', async () => {
    const { opened } = api.state.current;
    for (const command of Object.values(commands).filter((id) => !takingNothing.includes(id))) {
      for (const first of hostile) await run(command, first, first);
      assert.equal(api.runs.busy, false, command);
      assert.equal(api.state.current.opened, opened, command);
      assert.equal(vscode.window.activeTextEditor, undefined, command);
    }
  });

  it('C14 refuses documents that are not on disk', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'javascript', content: 'while (true);' });
    await vscode.window.showTextDocument(untitled);
    await run(commands.profileFile);
    await run(commands.profileFile, vscode.Uri.parse('vscode-vfs://github/x/y/a.js'));
    await run(commands.profileFile, vscode.Uri.parse('git:/a.js?x'));
    await run(commands.profileFile, vscode.Uri.parse('vscode-notebook-cell:/a.ipynb#x'));
    assert.equal(api.runs.busy, false);
    assert.equal(api.state.current.opened, null);
    await run('workbench.action.revertAndCloseActiveEditor');
  });

  it('save an unsaved buffer before they run it', async () => {
    const uri = writeProgram('unsaved.js', 'process.exit(3);');
    const editor = await show(uri);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), 'const end = Date.now() + 200; while (Date.now() < end);\nprocess.exit(5);\n'));
    assert.equal(editor.document.isDirty, true);
    await profile(uri);
    assert.equal(editor.document.isDirty, false);
    assert.match(readFileSync(uri.fsPath, 'utf8'), /exit\(5\)/);
    assert.equal(api.state.current.opened?.manifest?.exitCode, 5);
  });

  it('A15 runs in a folder whose name has quotes, blanks and shell words', async () => {
    const uri = writeProgram(join('$(touch pwned) "q" \'s\' %PATH% ünï', 'plain.js'), 'const end = Date.now() + 200; while (Date.now() < end);');
    await profile(uri);
    assert.equal(api.state.current.opened?.manifest?.file, uri.fsPath);
    assert.equal(existsSync(join(dirname(uri.fsPath), 'pwned')), false);
  });

  it('C3 profiles a file whose name looks like an option', async () => {
    await profile(writeProgram('--eval=process.exit(9).js', 'const end = Date.now() + 200; while (Date.now() < end);'));
    assert.equal(api.state.current.opened?.manifest?.exitCode, 0);
  });

  it('C2 asks once before it runs a Node inside the workspace', async () => {
    const node = join(workspaceFolder(), 'scratch', 'node');
    rmSync(node, { force: true });
    symlinkSync(nodeBinary(24), node);
    await configure('flameline.node.path', node);
    const uri = writeProgram('inside.js', 'const end = Date.now() + 200; while (Date.now() < end);');
    const asked = profile(uri);
    await until('the question', () => api.runs.busy);
    assert.equal(api.runs.current, null, 'nothing runs before the answer');
    await until('the answer', async () => {
      await run('notifications.focusToasts');
      await run('notification.acceptPrimaryAction');
      return api.runs.current !== null;
    });
    await asked;
    const first = api.state.current.opened?.path;
    await profile(uri);
    assert.notEqual(api.state.current.opened?.path, first, 'the second run asks nothing');
    await configure('flameline.node.path', nodeBinary(24));
  });

  it('run the entry chosen for a module, what imports it before what lies nearer, and remember it', async () => {
    writeProgram('chosen/nearer.js', 'console.log("no import");');
    const entry = writeProgram('imports/entry.js', 'require("../chosen/module.js").work();');
    const uri = writeProgram('chosen/module.js', 'exports.work = function work() { const end = Date.now() + 200; let n = 0; while (Date.now() < end) n += Math.sqrt(n + 1); };');
    const chosen = run(commands.chooseEntry, uri);
    await until('the entry to run', async () => {
      await run('workbench.action.acceptSelectedQuickOpenItem');
      return api.runs.current !== null;
    });
    await chosen;
    assert.equal(api.state.current.opened?.manifest?.file, entry.fsPath);
    await run(commands.clearResults);
    await profile(uri);
    assert.equal(api.state.current.opened?.manifest?.file, entry.fsPath);
  });

  it('take arguments and environment from the launch configuration of the file', async () => {
    const uri = writeProgram('launched.js', `const end = Date.now() + 200; while (Date.now() < end);
      require('fs').writeFileSync(__dirname + '/launched.json', JSON.stringify([process.argv.slice(2), process.env.FROM_LAUNCH]));`);
    const launch = join(workspaceFolder(), '.vscode', 'launch.json');
    mkdirSync(dirname(launch), { recursive: true });
    writeFileSync(launch, JSON.stringify({ version: '0.2.0', configurations: [{ name: 'x', type: 'node', request: 'launch', program: '${workspaceFolder}/scratch/launched.js', args: ['--from', 'launch'], env: { FROM_LAUNCH: 'yes' } }] }));
    await until('the launch configuration', () => vscode.workspace.getConfiguration('launch', uri).get<unknown[]>('configurations')?.length);
    await profile(uri);
    assert.deepEqual(JSON.parse(readFileSync(join(dirname(uri.fsPath), 'launched.json'), 'utf8')), [['--from', 'launch'], 'yes']);
    writeFileSync(launch, '{}');
  });

  it('re-run the last program', async () => {
    const uri = writeProgram('again.js', 'const end = Date.now() + 200; while (Date.now() < end);');
    await profile(uri);
    const first = api.state.current.opened?.path;
    await run(commands.rerunFiner);
    assert.notEqual(api.state.current.opened?.path, first);
    assert.equal(api.state.current.opened?.manifest?.intervalUs, 200);
    assert.equal(api.state.current.opened.manifest.file, uri.fsPath);
  });
});

describe('a profile from elsewhere', () => {
  let api: FlamelineApi;
  const evil = '[run](command:workbench.action.closeWindow) <img src=x onerror=alert(1)> `x` $(flame)';
  before(async () => { api = await flameline(); });
  afterEach(() => leaveNothing(api));

  const node = (id: number, functionName: string, url: string, lineNumber: number, children: number[], positionTicks: unknown[] = []) =>
    ({ id, callFrame: { functionName, scriptId: String(id), url, lineNumber, columnNumber: 0 }, hitCount: 0, children, positionTicks });
  const writeProfile = (name: string, frames: { name: string; url: string; line: number }[]): vscode.Uri => {
    const nodes = [node(1, '(root)', '', -1, frames.map((_, index) => index + 2)), ...frames.map((frame, index) => node(index + 2, frame.name, frame.url, frame.line, [], [{ line: frame.line + 1, ticks: 100 }]))];
    const samples = frames.flatMap((_, index) => Array.from({ length: 100 }, () => index + 2));
    return writeProgram(name, JSON.stringify({ nodes, samples, timeDeltas: samples.map(() => 1_000), startTime: 0, endTime: samples.length * 1_000 }));
  };

  it('A2 shows names of a profile as text, wherever it speaks', async () => {
    const code = writeProgram('target.js', 'function target() {\n  return 1;\n}\n');
    await run(commands.openProfile, writeProfile('evil.cpuprofile', [{ name: evil, url: code.toString(), line: 0 }]));
    assert.equal(api.state.current.opened?.analysis.functions[0]?.name, evil);
    await show(code);
    const hover = await until('the hover', () => hoverAt(code, 0, 10));
    assert.doesNotMatch(hover.value, /\]\(command:workbench|(?<!\\)<img/);
    assert.ok(api.statusBar.text.includes('\\$(flame)') || !api.statusBar.text.slice(8).includes('$(flame)'));
    await until('the diagnostic', () => ourDiagnostics().length > 0);
  });

  it('A3 leads nowhere but to plain files that the profile speaks of', async () => {
    const urls = ['command:workbench.action.closeWindow', 'javascript:alert(1)', 'vscode://x/y', 'data:text/html,x', 'https://example.org/a.js', 'file://host/share/a.js', '\\\\\\\\host\\\\share\\\\a.js', 'node:fs'];
    await run(commands.openProfile, writeProfile('urls.cpuprofile', urls.map((url, index) => ({ name: `f${index}`, url, line: 0 }))));
    assert.ok(api.state.current.opened);
    for (const element of await api.hotspots.getChildren() ?? []) {
      const item = await api.hotspots.getTreeItem(element);
      assert.equal(item.command, undefined);
    }
    for (const { file } of api.state.current.opened.analysis.functions) await run(commands.openLocation, file, 1);
    await run(commands.openLocation, '/etc/passwd', 1);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('A13 paints no line that a file does not have', async () => {
    const code = writeProgram('short.js', 'one();\n');
    await run(commands.openProfile, writeProfile('lines.cpuprofile', [0, 5_000, 2 ** 31 - 2].map((line) => ({ name: `at${line}`, url: code.toString(), line }))));
    const editor = await show(code);
    await until('marks', () => api.painter.marksOf(editor).length > 0);
    assert.ok(api.painter.marksOf(editor).every(({ line }) => line <= editor.document.lineCount));
    await run(commands.openLocation, code.fsPath, 5_001);
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, code.fsPath);
  });

  it('B2 refuses a damaged profile and leaves what was shown', async () => {
    const { revision } = api.state.current;
    await run(commands.openProfile, writeProgram('broken.cpuprofile', '{ "nodes": ['));
    assert.equal(api.state.current.revision, revision);
  });

  it('is marked stale in a file written after it', async () => {
    const code = writeProgram('newer.js', 'function f() {}\n');
    const uri = writeProfile('older.cpuprofile', [{ name: 'f', url: code.toString(), line: 0 }]);
    writeProgram('newer.js', 'function f() { /* new */ }\n');
    utimesSync(code.fsPath, new Date(), new Date(Date.now() + 5_000));
    await run(commands.openProfile, uri);
    const editor = await show(code);
    await until('stale marks', () => api.painter.marksOf(editor).length > 0 && api.painter.marksOf(editor).every(({ stale }) => stale));
  });
});
