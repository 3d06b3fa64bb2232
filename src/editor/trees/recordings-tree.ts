import * as vscode from 'vscode';
import { readFile } from 'node:fs/promises';
import { hashSource, listRecordings } from '../../session/index.ts';
import type { RecordingEntry, RecordingManifest } from '../../session/index.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { commands, recordingItems } from '../ids.ts';
import { fileKey } from '../decorations/index-heat.ts';
import type { OpenRecordingState } from '../open-recording-state.ts';
import { describeRecording, explainRecording, recordingMarks } from './describe-recording.ts';

/** A row of the recordings view. */
export class RecordingRow {
  readonly entry: RecordingEntry;
  constructor(entry: RecordingEntry) {
    this.entry = entry;
  }
}

/** The recordings kept for this workspace, newest first. */
export class RecordingsTree implements vscode.TreeDataProvider<RecordingRow>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly listener: vscode.Disposable;
  private readonly state: OpenRecordingState;
  private readonly store: string;

  constructor(state: OpenRecordingState, store: string) {
    this.state = state;
    this.store = store;
    this.listener = state.onDidChange(() => this.refresh());
  }

  refresh(): void {
    this.changed.fire();
  }

  async getChildren(parent?: RecordingRow): Promise<RecordingRow[]> {
    return parent ? [] : (await listRecordings(this.store)).map((entry) => new RecordingRow(entry));
  }

  async getTreeItem({ entry }: RecordingRow): Promise<vscode.TreeItem> {
    const { path, manifest } = entry;
    if (!manifest) return describeBroken(entry);
    const marks = recordingMarks(manifest, await isStale(manifest));
    const open = this.state.current.opened?.path === path;
    const item = new vscode.TreeItem(visibleText(manifest.label, 80));
    item.id = path;
    item.description = `${describeRecording(manifest, marks, Date.now())}${open ? '  shown' : ''}`;
    item.tooltip = explainRecording(manifest, marks);
    item.iconPath = marks.includes('failed') ? new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'))
      : marks.length > 0 ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
        : new vscode.ThemeIcon(open ? 'flame' : 'history');
    item.contextValue = recordingItems.whole;
    item.accessibilityInformation = { label: `${visibleText(manifest.label, 80)}, ${item.description}` };
    item.command = { command: commands.openRecording, title: 'Open', arguments: [path] };
    return item;
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }
}

function describeBroken({ path, problem }: RecordingEntry): vscode.TreeItem {
  const item = new vscode.TreeItem(visibleText(path.replace(/^.*[\\/]/, ''), 80));
  item.id = path;
  item.description = 'can\'t be read';
  item.tooltip = visibleText(problem?.message ?? '', 300);
  item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  item.contextValue = recordingItems.broken;
  return item;
}

async function isStale({ file, sources }: RecordingManifest): Promise<boolean> {
  const recorded = sources.find((source) => fileKey(source.file) === fileKey(file));
  if (!recorded) return false;
  try {
    return hashSource(await readFile(file)) !== recorded.sha256;
  } catch {
    return true;
  }
}
