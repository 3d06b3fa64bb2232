import * as vscode from 'vscode';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { deleteRecording, listRecordings, renameRecording } from '../../session/index.ts';
import type { RecordingEntry } from '../../session/index.ts';
import { commands, views } from '../ids.ts';
import { openStored } from '../open-stored.ts';
import { profileProgram } from '../runs/profile-program.ts';
import type { Services } from '../services.ts';
import { RecordingRow } from '../trees/recordings-tree.ts';
import { escapeLinks } from '../words/safe-text.ts';
import type { Handlers } from './handlers.ts';

/** Commands on the stored recordings. A row of the view or a listed path names one; anything else is ignored. */
export function recordingCommands(services: Services): Handlers {
  const on = (act: (entry: RecordingEntry) => Promise<unknown>) => async (argument: unknown): Promise<void> => {
    const entry = await findEntry(argument, services);
    if (entry) await act(entry);
  };
  return {
    [commands.refreshRecordings]: () => services.recordings.refresh(),
    [commands.openRecording]: on(async ({ path }) => {
      await openStored(path, services);
      await vscode.commands.executeCommand(`${views.hotspots}.focus`);
    }),
    [commands.rerunRecording]: on(async ({ manifest }) => manifest && profileProgram(vscode.Uri.file(manifest.file), services, { args: manifest.args })),
    [commands.renameRecording]: on((entry) => rename(entry, services)),
    [commands.revealRecording]: on(async ({ path }) => vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(path))),
    [commands.saveRecordingCopy]: on(saveCopy),
    [commands.deleteRecording]: on((entry) => remove(entry, services)),
  };
}

async function findEntry(argument: unknown, { store, recordingsView }: Services): Promise<RecordingEntry | undefined> {
  if (argument instanceof RecordingRow) return argument.entry;
  if (argument === undefined) return recordingsView.selection[0]?.entry;
  return typeof argument === 'string' ? (await listRecordings(store)).find(({ path }) => path === argument) : undefined;
}

async function rename({ path, manifest }: RecordingEntry, { recordings }: Services): Promise<void> {
  if (!manifest) return;
  const label = await vscode.window.showInputBox({ title: 'Rename the recording', value: manifest.label, validateInput: (text) => (text.trim() ? '' : 'A recording needs a name.') });
  if (label === undefined) return;
  await renameRecording(path, label.trim().slice(0, 200));
  recordings.refresh();
}

async function saveCopy({ path, manifest }: RecordingEntry): Promise<void> {
  const [main, ...others] = manifest?.profiles ?? [];
  if (!manifest || !main) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${basename(manifest.file).replace(/\.[^.]*$/, '')}-${manifest.id}.cpuprofile`;
  const target = await vscode.window.showSaveDialog({ ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }), filters: { 'CPU profiles': ['cpuprofile'] } });
  if (!target) return;
  await copyFile(join(path, basename(main.profile)), target.fsPath);
  for (const [index, { profile }] of others.entries()) {
    await copyFile(join(path, basename(profile)), target.fsPath.replace(/(\.cpuprofile)?$/, `-${index + 2}.cpuprofile`));
  }
}

async function remove({ path, manifest }: RecordingEntry, { state, memory, recordings }: Services): Promise<void> {
  const what = `Delete the recording "${escapeLinks(manifest?.label ?? basename(path), 80)}"?`;
  const choice = await vscode.window.showWarningMessage(what, { modal: true, detail: 'Its profiles are removed for good.' }, 'Delete');
  if (choice !== 'Delete') return;
  if (state.current.opened?.path === path) state.clear();
  if (memory.lastOpened === path) await memory.set('lastOpened', '');
  await deleteRecording(path);
  recordings.refresh();
}
