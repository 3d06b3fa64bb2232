import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { configure, flameline, hoverAt, leaveNothing, ourDiagnostics, profile, run, show, until, workspaceFolder } from './driver.ts';

const report = (name: string): vscode.Uri => vscode.Uri.file(join(workspaceFolder(), 'report', 'src', name));

describe('profiling a TypeScript file', () => {
  let api: FlamelineApi;
  const told: { readonly path: string; readonly exitCode: number | null | undefined }[] = [];
  before(async function () {
    this.timeout(120_000);
    api = await flameline();
    await show(report('report.ts'));
    const listener = api.state.onDidChange(({ opened }) => { if (opened) told.push({ path: opened.path, exitCode: opened.manifest?.exitCode }); });
    await profile(report('report.ts'));
    listener.dispose();
  });
  after(() => leaveNothing(api));

  it('opens the recording of the run', () => {
    const { opened } = api.state.current;
    assert.equal(opened?.manifest?.exitCode, 0);
    assert.equal(opened.manifest.file, report('report.ts').fsPath);
    assert.ok(opened.path.startsWith(api.store));
  });

  it('names no exit code before VS Code has reported it', () => {
    const { opened } = api.state.current;
    assert.deepEqual(told.at(-1), { path: opened?.path, exitCode: 0 });
    assert.deepEqual(told.slice(0, -1).filter(({ path, exitCode }) => path !== opened?.path || exitCode !== null), []);
  });

  it('paints heat into every editor of a file that ran, on the lines of the source', async () => {
    const editor = await show(report('rows.ts'));
    const marks = await until('marks', () => (api.painter.marksOf(editor).length > 0 ? api.painter.marksOf(editor) : null));
    const [hottest] = marks;
    assert.match(hottest.text, /^[\d.]+ m?s · \d+\.\d %$/);
    assert.equal(hottest.stale, false);
    assert.ok(hottest.step >= 5, `step ${hottest.step}`);
    assert.equal(editor.document.lineAt(hottest.line - 1).text.includes('includes'), true);
  });

  it('reports at most three hot functions and writes no text on their lines', async () => {
    await until('diagnostics', () => ourDiagnostics().length > 0);
    const found = ourDiagnostics().flatMap(([uri, list]) => list.map((diagnostic) => ({ uri, diagnostic })));
    assert.ok(found.length <= 3);
    const [{ uri, diagnostic }] = found;
    assert.match(diagnostic.message, /^`parseRow` is hot: [\d.]+ m?s self \(\d+ %\), [\d.]+ m?s total$/);
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Information);
    const editor = await show(uri);
    assert.equal(editor.document.getText(diagnostic.range), 'parseRow');
    for (const { line, text } of api.painter.marksOf(editor)) if (line === diagnostic.range.start.line + 1) assert.equal(text, '');
  });

  it('answers on hover with commands of the allow-list only', async () => {
    const [[uri, [diagnostic]]] = ourDiagnostics();
    const hover = await hoverAt(uri, diagnostic.range.start.line, diagnostic.range.start.character + 1);
    assert.ok(hover);
    assert.match(hover.value, /^\*\*parseRow\*\* — hot {2}\n[\d.]+ m?s self/);
    assert.match(hover.value, /\[Line \d+\]\(command:flameline\.openLocation\?/);
    assert.match(hover.value, /Called by \[/);
    assert.match(hover.value, /Run ".*report/);
    assert.notEqual(hover.supportHtml, true);
    assert.deepEqual(typeof hover.isTrusted === 'object' && [...hover.isTrusted.enabledCommands], ['flameline.openLocation', 'flameline.openFlameGraph', 'flameline.rerunLast', 'flameline.rerunFiner']);
  });

  it('says the hottest function in the status bar', () => {
    assert.match(api.statusBar.text, /^\$\(flame\) \d+ % parseRow$/);
  });

  it('lists the hotspots with time, share and place, and opens the line', async () => {
    const [first] = await api.hotspots.getChildren() ?? [];
    const item = await api.hotspots.getTreeItem(first);
    assert.equal(item.label, 'parseRow');
    assert.match(String(item.description), /^[\d.]+ m?s {2}\d+ % {3}report\/src\/rows\.ts:\d+$/);
    assert.match(String(item.accessibilityInformation?.label), /^parseRow, .* self, report/);
    await run(String(item.command?.command), ...((item.command?.arguments ?? []) as unknown[]));
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, report('rows.ts').fsPath);
  });

  it('cycles between self and total time', async () => {
    await run('flameline.cycleShownValue');
    assert.equal(api.state.current.shown, 'total');
    const rows = await api.hotspots.getChildren() ?? [];
    const item = await api.hotspots.getTreeItem(rows[0]);
    assert.match(String(item.accessibilityInformation?.label), / total/);
    await run('flameline.cycleShownValue');
    assert.equal(api.state.current.shown, 'self');
  });

  it('copies a hotspot as text', async () => {
    const [first] = await api.hotspots.getChildren() ?? [];
    await run('flameline.copyHotspot', first);
    assert.match(await vscode.env.clipboard.readText(), /^parseRow {2}[\d.]+ m?s self \(\d+ %\), [\d.]+ m?s total {2}.*rows\.ts:\d+$/);
  });

  it('shows lenses only to those who ask for them', async () => {
    const lenses = async (): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', report('rows.ts'));
      return found.map(({ command }) => command?.title ?? '').filter((title) => title === 'Profile' || title.includes(' self '));
    };
    assert.deepEqual(await lenses(), []);
    await configure('flameline.codeLens.enabled', true);
    await until('the lenses', async () => (await lenses()).length > 1);
    assert.match((await lenses())[1] ?? '', /^parseRow: [\d.]+ m?s self \(\d+ %\)/);
    await configure('flameline.codeLens.enabled', undefined);
  });

  it('writes no text and no diagnostic when the settings say so', async () => {
    const editor = await show(report('rows.ts'));
    await configure('flameline.heat.text', false);
    await configure('flameline.diagnostics.limit', 0);
    await until('bars only', () => api.painter.marksOf(editor).length > 0 && api.painter.marksOf(editor).every(({ text }) => text === ''));
    await until('no diagnostics', () => ourDiagnostics().length === 0);
    await configure('flameline.heat.text', undefined);
    await configure('flameline.diagnostics.limit', undefined);
    await until('diagnostics again', () => ourDiagnostics().length > 0);
  });

  it('lists the recording', async () => {
    const rows = await api.recordings.getChildren() ?? [];
    const item = await api.recordings.getTreeItem(rows[0]);
    assert.equal(item.label, 'report.ts');
    assert.match(String(item.description), /^ran [\d.]+ m?s {2}just now {2}shown$|^ran [\d.]+ m?s {2}\d+ min ago {2}shown$/);
    assert.equal(item.contextValue, 'recording');
  });

  it('opens it again from the store after Clear', async () => {
    const path = api.state.current.opened?.path;
    await run('flameline.clearResults');
    assert.equal(api.statusBar.text, '');
    await run('flameline.openRecording', path);
    assert.equal(api.state.current.opened?.path, path);
  });
});
