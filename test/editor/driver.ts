import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { nodeBinary } from '../helpers/test-cache.ts';
import { until } from '../helpers/until.ts';

export { until };

/** The activated extension's read-only view; the Node of the test tools is set on first use. */
export async function flameline(): Promise<FlamelineApi> {
  const extension = vscode.extensions.getExtension<FlamelineApi>('flameline.flameline');
  assert.ok(extension, 'the extension is loaded');
  await configure('flameline.node.path', nodeBinary(24));
  return extension.activate();
}

export async function configure(id: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(id, value, vscode.ConfigurationTarget.Global);
}

export const workspaceFolder = (): string => vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail('a folder is open');

/** Writes a program into the workspace, in a package of its own so that runs start in its folder. */
export function writeProgram(name: string, text: string): vscode.Uri {
  const file = join(workspaceFolder(), 'scratch', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(join(workspaceFolder(), 'scratch', 'package.json'), '{ "name": "scratch", "private": true }');
  writeFileSync(file, text);
  return vscode.Uri.file(file);
}

export const run = (command: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);

export const profile = (uri: vscode.Uri): Thenable<unknown> => run('flameline.profileFile', uri);

export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

const diagnosticsOf = (isWanted: (diagnostic: vscode.Diagnostic) => boolean): [vscode.Uri, vscode.Diagnostic[]][] =>
  vscode.languages.getDiagnostics()
    .map(([uri, list]): [vscode.Uri, vscode.Diagnostic[]] => [uri, list.filter((diagnostic) => diagnostic.source === 'Flameline' && isWanted(diagnostic))])
    .filter(([, list]) => list.length > 0);

/** Hot functions of the open recording. */
export const ourDiagnostics = (): [vscode.Uri, vscode.Diagnostic[]][] => diagnosticsOf(({ code }) => code === undefined);

/** Findings, which were made without running anything. */
export const findingDiagnostics = (): [vscode.Uri, vscode.Diagnostic[]][] => diagnosticsOf(({ code }) => code !== undefined);

/** Command lines of live processes that run something of the scratch folder. */
export function runningPrograms(): string[] {
  if (process.platform !== 'linux') return [];
  const scratch = join(workspaceFolder(), 'scratch');
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return line.includes(scratch) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ') ? [line] : [];
    } catch {
      return [];
    }
  });
}

/** Ends every test: what the run has put into the window goes with Clear, and nothing of it runs on. */
export async function leaveNothing(api: FlamelineApi): Promise<void> {
  if (api.runs.busy) await run('flameline.stopProfiling');
  await until('the run to end', () => !api.runs.busy);
  await run('flameline.clearResults');
  await until('no diagnostics', () => ourDiagnostics().length === 0);
  assert.equal(api.state.current.opened, null);
  assert.equal(api.statusBar.text, '');
  assert.deepEqual(vscode.window.visibleTextEditors.flatMap((editor) => api.painter.marksOf(editor)), [], 'no mark is left');
  assert.deepEqual(await api.hotspots.getChildren(), []);
  await until('no program is left', () => runningPrograms().length === 0);
  await run('workbench.action.revertAndCloseActiveEditor');
  await run('workbench.action.closeAllEditors');
  for (const terminal of vscode.window.terminals) terminal.dispose();
}

/** The one hover of ours at a place (0-based), as Markdown. */
export async function hoverAt(uri: vscode.Uri, line: number, character: number): Promise<vscode.MarkdownString | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, new vscode.Position(line, character));
  return hovers.flatMap(({ contents }) => contents).filter((content): content is vscode.MarkdownString => content instanceof vscode.MarkdownString)
    .find(({ value }) => value.includes('of the CPU time'));
}
