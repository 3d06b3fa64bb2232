import * as vscode from 'vscode';
import { headline, pruneRecordings, SessionError } from '../../session/index.ts';
import type { OpenedRecording } from '../../session/index.ts';
import { commands } from '../ids.ts';
import { reportError } from '../report-error.ts';
import type { Services } from '../services.ts';
import { readSettings } from '../settings.ts';
import { createTaskProcessHost } from '../tasks/task-process-host.ts';
import { mayRunPrograms } from '../trust.ts';
import { escapeLinks } from '../words/safe-text.ts';
import { allowNode } from './allow-node.ts';
import { refuseProgram } from './check-program.ts';
import { chooseMessage } from './choose-message.ts';
import { collectLaunchValues } from './collect-launch-values.ts';
import { saveBeforeRun } from './save-before-run.ts';

export interface ProfileOptions {
  /** Begin recording only on "Start Recording Now". */
  readonly later?: boolean;
  /** Instead of the setting's. */
  readonly intervalUs?: number;
  /** Instead of those that would be collected: a re-run repeats its recording. */
  readonly args?: readonly string[];
}

/** Runs a file and shows what it cost. Asks nothing on the way; what can't be done is said in a sentence. */
export async function profileProgram(uri: vscode.Uri, services: Services, options: ProfileOptions = {}): Promise<void> {
  const refusal = refuseProgram(uri);
  if (refusal) return void vscode.window.showWarningMessage(refusal);
  if (!mayRunPrograms() || !refuseEmptyWindow(uri) || !refuseSecondRun(services)) return;
  const release = services.runs.claim();
  try {
    const file = services.memory.entryOf(uri.fsPath);
    const { nodePath } = readSettings(uri);
    if (!(await saveBeforeRun([uri.fsPath, file])) || !(await allowNode(nodePath, services.memory))) return;
    let early = '';
    const opened = await runProgram(file, services, options, (told) => {
      early = told.path;
      services.state.open(told);
    });
    // Whoever has cleared an early result or opened another one is not shown it again.
    if (early === '' || services.state.current.opened?.path === early) await showResult(opened, file, services);
  } catch (error) {
    // Whoever stops a program right away knows why there is no result.
    if (error instanceof SessionError && services.runs.stopped) void vscode.window.showInformationMessage('Stopped before anything was recorded.');
    else reportError(error, 'Profiling', services.log);
  } finally {
    release();
    services.recordings.refresh();
  }
}

/** In a window without a folder VS Code starts no terminal outside the home folder. */
function refuseEmptyWindow(uri: vscode.Uri): boolean {
  if (vscode.workspace.workspaceFolders?.length) return true;
  void vscode.window.showWarningMessage('VS Code runs programs only in a window with a folder.', 'Open Its Folder')
    .then((choice) => choice && vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.joinPath(uri, '..')));
  return false;
}

function refuseSecondRun({ runs }: Services): boolean {
  if (!runs.busy) return true;
  void vscode.window.showWarningMessage('A program is being profiled already; one at a time keeps the numbers true.', 'Stop It').then((choice) => choice && runs.stop());
  return false;
}

function runProgram(file: string, { runs, store, memory, log }: Services, options: ProfileOptions, onEarly: (opened: OpenedRecording) => void): Promise<OpenedRecording> {
  const { nodePath, intervalUs: asked, delayMs, durationMs } = readSettings(vscode.Uri.file(file));
  const { args, env, cwd } = collectLaunchValues(file, memory);
  const intervalUs = options.intervalUs ?? asked;
  const roots = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
  log.info(`Profiling ${file}`);
  return runs.start({
    file, env, store, onEarly, later: options.later ?? false, args: options.args ?? args, host: createTaskProcessHost(),
    ...(cwd !== undefined && { cwd }),
    ...(nodePath !== '' && { nodePath }),
    ...(intervalUs !== undefined && { intervalUs }),
    ...(delayMs !== undefined && { delayMs }),
    ...(durationMs !== undefined && { durationMs }),
    ...(vscode.workspace.getWorkspaceFolder(vscode.Uri.file(file)) && { roots }),
  });
}

async function showResult(opened: OpenedRecording, file: string, { state, memory, store, log, setContext }: Services): Promise<void> {
  state.open(opened);
  setContext('canRerun', true);
  await memory.set('lastOpened', opened.path);
  await memory.set('lastRun', file);
  log.info(headline(opened.analysis));
  for (const { code, message } of opened.analysis.problems) log.warn(`${code}: ${message}`);
  void adviseOrSummarise(opened, file);
  const { recordingsCount, recordingsBytes } = readSettings();
  await pruneRecordings(store, { count: recordingsCount, bytes: recordingsBytes });
}

/** The only message after a run. */
async function adviseOrSummarise({ analysis }: OpenedRecording, file: string): Promise<void> {
  const message = chooseMessage(analysis, file, vscode.window.state.focused);
  if (message === 'entry') {
    const choice = await vscode.window.showInformationMessage('Nothing of this file ran for long; profile the entry that imports it.', 'Choose Entry…');
    if (choice) await vscode.commands.executeCommand(commands.chooseEntry, vscode.Uri.file(file));
  } else if (message === 'summary') {
    const choice = await vscode.window.showInformationMessage(escapeLinks(headline(analysis), 300), 'Show Hotspots');
    if (choice) await vscode.commands.executeCommand(commands.showHotspots);
  }
}
