import * as vscode from 'vscode';
import { listRecordings } from '../../session/index.ts';
import type { RecordingEntry } from '../../session/index.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { runOfFile, runOfRecording } from '../comparison/compared-run.ts';
import type { ComparedRun } from '../comparison/compared-run.ts';
import { commands } from '../ids.ts';
import type { Services } from '../services.ts';
import { RecordingRow } from '../trees/recordings-tree.ts';
import { relativeTime } from '../words/relative-time.ts';
import type { Handlers } from './handlers.ts';

/** Two runs beside each other. Menus give the row or file they were opened on, then all that are chosen; anything else is ignored. */
export function compareCommands(services: Services): Handlers {
  return {
    [commands.compareWith]: async (target, chosen) => {
      const runs = await runsOf(Array.isArray(chosen) && chosen.length > 1 ? chosen : [target ?? openRecording(services)]);
      if (target !== undefined && runs.length === 0) return;
      if (runs.length > 2) return void vscode.window.showWarningMessage('Choose two runs to compare.');
      const one = runs[0] ?? (await askForRun('Compare which run?', null, services));
      const other = one && (runs[1] ?? (await askForRun(`Compare ${visibleText(one.label, 60)} with`, one, services)));
      if (one && other) services.comparisons.show(one, other);
    },
    [commands.comparePrevious]: async (target) => {
      const entry = target instanceof RecordingRow ? target.entry : services.recordingsView.selection[0]?.entry;
      if (entry) await comparePrevious(entry, services);
    },
  };
}

async function runsOf(targets: readonly unknown[]): Promise<readonly ComparedRun[]> {
  const runs = await Promise.all(targets.map(async (target) => {
    if (target instanceof RecordingRow) return runOfRecording(target.entry);
    if (target instanceof vscode.Uri && target.scheme === 'file') return runOfFile(target.fsPath);
    return null;
  }));
  return runs.filter((run) => run !== null);
}

/** What the window shows is what one compares with. */
function openRecording({ state }: Services): RecordingRow | vscode.Uri | null {
  const { opened } = state.current;
  if (!opened) return null;
  const { path, manifest } = opened;
  return manifest ? new RecordingRow({ path, manifest, problem: null }) : vscode.Uri.file(path);
}

async function comparePrevious(entry: RecordingEntry, { store, comparisons }: Services): Promise<void> {
  const { manifest } = entry;
  const earlier = (await listRecordings(store)).filter((other) => manifest && other.manifest?.file === manifest.file && Date.parse(other.manifest.startedAt) < Date.parse(manifest.startedAt));
  const [previous] = earlier.map(runOfRecording).sort((a, b) => b.time - a.time);
  if (previous) comparisons.show(previous, runOfRecording(entry));
  else void vscode.window.showInformationMessage('There is no earlier run of this file.');
}

interface RunItem extends vscode.QuickPickItem {
  readonly run: ComparedRun | null;
}

function itemOf(entry: RecordingEntry, now: number): RunItem {
  const run = runOfRecording(entry);
  return { label: visibleText(run.label, 120), description: entry.manifest ? relativeTime(entry.manifest.startedAt, now) : '', run };
}

async function askForRun(title: string, one: ComparedRun | null, { store }: Services): Promise<ComparedRun | undefined> {
  const now = Date.now();
  const recordings = (await listRecordings(store)).filter(({ path, manifest }) => manifest && path !== one?.path);
  const items: RunItem[] = [...recordings.map((entry) => itemOf(entry, now)), { label: 'A profile file …', alwaysShow: true, run: null }];
  const picked = await vscode.window.showQuickPick(items, { title });
  if (!picked || picked.run) return picked?.run ?? undefined;
  const [file] = (await vscode.window.showOpenDialog({ title })) ?? [];
  return file?.scheme === 'file' ? runOfFile(file.fsPath) : undefined;
}
