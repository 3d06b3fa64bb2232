import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { configure, flameline, leaveNothing, profile, run, runningPrograms, show, until, workspaceFolder, writeProgram } from './driver.ts';

const result = (name: string): string => join(workspaceFolder(), 'scratch', name);
const burn = 'const end = Date.now() + 300; let n = 0; while (Date.now() < end) n += Math.sqrt(n + 1);';

describe('the program\'s own terminal', () => {
  let api: FlamelineApi;
  before(async () => { api = await flameline(); });
  afterEach(async () => {
    await configure('flameline.run.args', undefined);
    await configure('flameline.run.env', undefined);
    await leaveNothing(api);
  });

  it('is a terminal with colours, on both ends', async () => {
    await profile(writeProgram('tty.js', `${burn}
      const { stdin, stdout } = process;
      require('fs').writeFileSync(${JSON.stringify(result('tty.json'))}, JSON.stringify({ stdin: stdin.isTTY, stdout: stdout.isTTY, colors: stdout.hasColors(), cwd: process.cwd() }));`));
    assert.deepEqual(JSON.parse(readFileSync(result('tty.json'), 'utf8')), { stdin: true, stdout: true, colors: true, cwd: join(workspaceFolder(), 'scratch') });
  });

  it('takes input', async () => {
    const file = result('answer.txt');
    const done = profile(writeProgram('ask.js', `${burn} process.stdin.once('data', (data) => { require('fs').writeFileSync(${JSON.stringify(file)}, String(data).trim()); process.exit(0); });`));
    const terminal = await until('the terminal', () => vscode.window.terminals.find(({ name }) => name.includes('ask.js')));
    await until('the recording', () => api.runs.current?.phase === 'recording');
    terminal.sendText('forty-two');
    await done;
    assert.equal(readFileSync(file, 'utf8'), 'forty-two');
  });

  it('does not take the keyboard from the editor', async () => {
    const editor = await show(writeProgram('focus.js', burn));
    await profile(editor.document.uri);
    await run('type', { text: ' ' });
    assert.equal(editor.document.getText().startsWith(' '), true);
    await run('undo');
  });

  it('hands over arguments and environment literally', async () => {
    const args = ['two words', '$(id)', '`id`', '%PATH%', '$HOME', '--eval=1', '"', '', '*'];
    await configure('flameline.run.args', args);
    await configure('flameline.run.env', { FLAMELINE_TEST: '$HOME %PATH%' });
    await profile(writeProgram('args.js', `${burn} require('fs').writeFileSync(${JSON.stringify(result('args.json'))}, JSON.stringify([process.argv.slice(2), process.env.FLAMELINE_TEST]));`));
    assert.deepEqual(JSON.parse(readFileSync(result('args.json'), 'utf8')), [args, '$HOME %PATH%']);
  });

  it('C4 starts nothing with a text that VS Code would replace', async () => {
    await configure('flameline.run.args', ['${command:workbench.action.closeWindow}']);
    await profile(writeProgram('variable.js', `require('fs').writeFileSync(${JSON.stringify(result('variable.txt'))}, 'ran');`));
    assert.equal(existsSync(result('variable.txt')), false);
    assert.equal(api.state.current.opened, null);
  });

  it('keeps the exit code', async () => {
    await profile(writeProgram('fails.js', `${burn} process.exitCode = 7;`));
    assert.equal(api.state.current.opened?.manifest?.exitCode, 7);
    const [row] = await api.recordings.getChildren() ?? [];
    assert.match(String((await api.recordings.getTreeItem(row)).description), /failed/);
  });

  it('may be closed: what was recorded is kept as a partial run', async () => {
    const done = profile(writeProgram('closed.js', 'let n = 0; while (true) n += Math.sqrt(n + 1);'));
    const terminal = await until('the terminal', () => vscode.window.terminals.find(({ name }) => name.includes('closed.js')));
    await until('the recording', () => api.runs.current?.phase === 'recording');
    await until('a second of recording', () => /Profiling [1-9]/.test(api.statusBar.text));
    terminal.dispose();
    await done;
    assert.equal(api.state.current.opened?.manifest?.partial, true);
  });
});

describe('stopping a run', () => {
  let api: FlamelineApi;
  before(async () => { api = await flameline(); });
  afterEach(() => leaveNothing(api));

  it('keeps what an endless loop did so far and says it is partial', async () => {
    const done = profile(writeProgram('endless.js', 'function spin() { let n = 0; while (true) n += Math.sqrt(n + 1); }\nspin();'));
    await until('the status bar to run', () => /^\$\(loading~spin\) Profiling \d+ s$/.test(api.statusBar.text));
    await until('a second of recording', () => /Profiling [1-9]/.test(api.statusBar.text));
    await run('flameline.stopProfiling');
    assert.match(api.statusBar.text, /^\$\(loading~spin\) Stopping/);
    await done;
    assert.equal(api.statusBar.text, '$(warning) Partial');
    assert.equal(api.state.current.opened?.manifest?.partial, true);
    assert.ok(api.state.current.opened.analysis.functions.some(({ name }) => name === 'spin'));
    assert.deepEqual(runningPrograms(), []);
  });

  it('refuses a second run while one goes on', async () => {
    const first = profile(writeProgram('first.js', 'let n = 0; while (true) n += Math.sqrt(n + 1);'));
    await until('the recording', () => api.runs.current?.phase === 'recording');
    await profile(writeProgram('second.js', burn));
    assert.equal(api.runs.current?.file, writeProgram('first.js', 'let n = 0; while (true) n += Math.sqrt(n + 1);').fsPath);
    await run('flameline.stopProfiling');
    await first;
  });

  it('waits for "Start Recording Now" when asked to record later', async () => {
    // Compiled anew each time: V8 leads time in loops that it optimised before the recording began to the caller.
    const uri = writeProgram('later.js', `function early() { const end = Date.now() + 600; let n = 0; while (Date.now() < end) n += Math.sqrt(n + 1); }\nearly();
      const { runInThisContext } = require('node:vm');
      setInterval(() => runInThisContext('(function late() { const end = Date.now() + 40; let n = 0; while (Date.now() < end) n += Math.cbrt(n + 1); }) //' + Date.now())(), 50);`);
    const done = run('flameline.profileFileLater', uri);
    await until('waiting', () => /^\$\(loading~spin\) Waiting [2-9]/.test(api.statusBar.text));
    await run('flameline.startRecordingNow');
    await until('recording', () => /Profiling [4-9]/.test(api.statusBar.text));
    await run('flameline.stopProfiling');
    await done;
    const names = api.state.current.opened?.analysis.functions.map(({ name }) => name) ?? [];
    assert.ok(names.includes('late'), names.join(' '));
    assert.ok(!names.includes('early'));
  });
});
