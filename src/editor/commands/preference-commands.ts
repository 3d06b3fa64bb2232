import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import { refuseProgram } from '../runs/check-program.ts';
import { collectLaunchValues } from '../runs/collect-launch-values.ts';
import { findImporters } from '../runs/find-importers.ts';
import { pathDistance } from '../runs/path-distance.ts';
import { profileProgram } from '../runs/profile-program.ts';
import { joinArguments, splitArguments } from '../runs/split-arguments.ts';
import type { Services } from '../services.ts';
import { escapeIcons } from '../words/safe-text.ts';
import { commandTarget } from './command-target.ts';
import type { Handlers } from './handlers.ts';

/** More files than this are not listed; the rest is found by "Browse…". */
const mostEntries = 300;

/** What is asked once and remembered for the workspace. */
export function preferenceCommands(services: Services): Handlers {
  const withProgram = (ask: (uri: vscode.Uri) => Promise<void>) => async (argument: unknown): Promise<void> => {
    const target = commandTarget(argument);
    const refusal = target && refuseProgram(target);
    if (refusal) void vscode.window.showWarningMessage(refusal);
    else if (target) await ask(target);
  };
  return {
    [commands.setArguments]: withProgram((uri) => setArguments(uri, services)),
    [commands.chooseEntry]: withProgram((uri) => chooseEntry(uri, services)),
  };
}

async function setArguments(uri: vscode.Uri, { memory }: Services): Promise<void> {
  const line = await vscode.window.showInputBox({
    title: `Arguments for ${vscode.workspace.asRelativePath(uri)}`,
    prompt: 'Kept for this workspace. Empty: those of the launch configuration or the settings.',
    value: joinArguments(collectLaunchValues(uri.fsPath, memory).args),
  });
  if (line === undefined) return;
  const args = splitArguments(line);
  await memory.setArguments(uri.fsPath, args.length > 0 ? args : null);
}

async function chooseEntry(uri: vscode.Uri, services: Services): Promise<void> {
  const entry = await pickEntry(uri);
  if (!entry) return;
  await services.memory.setEntryOf(uri.fsPath, entry.fsPath === uri.fsPath ? null : entry.fsPath);
  await profileProgram(uri, services);
}

async function pickEntry(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles('**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}', '**/{node_modules,dist,out,coverage}/**', mostEntries);
  const programs = files.filter((file) => refuseProgram(file) === '' && file.fsPath !== uri.fsPath);
  programs.sort((a, b) => pathDistance(uri.path, a.path) - pathDistance(uri.path, b.path) || a.path.localeCompare(b.path));
  const browse: Entry = { label: 'Browse…', uri: undefined };
  const entries = listEntries(programs, uri).then((listed) => [...listed, browse]);
  const picked = await vscode.window.showQuickPick<Entry>(entries, { title: `Program to run when profiling ${vscode.workspace.asRelativePath(uri)}`, placeHolder: 'Remembered for this workspace' });
  if (picked !== browse) return picked?.uri;
  return (await vscode.window.showOpenDialog({ title: 'Choose the program to run', defaultUri: vscode.Uri.joinPath(uri, '..') }))?.[0];
}

interface Entry {
  readonly label: string;
  readonly description?: string;
  readonly uri: vscode.Uri | undefined;
}

/** What imports the module comes first, then by distance; the module itself last. */
async function listEntries(programs: readonly vscode.Uri[], uri: vscode.Uri): Promise<Entry[]> {
  const importers = await findImporters(programs, uri);
  const entry = (file: vscode.Uri, description?: string): Entry => ({ label: escapeIcons(vscode.workspace.asRelativePath(file), 200), uri: file, ...(description && { description }) });
  const [first, others] = [programs.filter(({ path }) => importers.has(path)), programs.filter(({ path }) => !importers.has(path))];
  return [...first.map((file) => entry(file, 'imports it')), ...others.map((file) => entry(file)), entry(uri, 'this file itself')];
}
