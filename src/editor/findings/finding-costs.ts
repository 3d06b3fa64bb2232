import * as vscode from 'vscode';
import { readFile } from 'node:fs/promises';
import { hashSource } from '../../session/index.ts';
import type { Analysis, OpenedRecording } from '../../session/index.ts';
import { nameWhole } from '../../core/report/name-whole.ts';
import { fileKey } from '../decorations/index-heat.ts';
import { isNewerThanRun } from '../decorations/is-newer-than-run.ts';
import type { MeasuredDocuments } from '../decorations/measured-documents.ts';
import type { OpenRecordingState } from '../open-recording-state.ts';
import type { LocatedFinding } from './locate-finding.ts';
import { measureFinding } from './measure-finding.ts';

const itself = (line: number): number => line;

/** What the open recording measured at findings. A number is never told of a line that is not the measured one. */
export class FindingCosts implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Costs may be others now. */
  readonly onDidChange = this.changed.event;
  /** Files on disk, by key: whether they are what was measured; `undefined` while that is found out. */
  private readonly isMeasuredText = new Map<string, boolean | undefined>();
  private readonly listeners: vscode.Disposable[];
  private readonly state: OpenRecordingState;
  private readonly documents: MeasuredDocuments;

  constructor(state: OpenRecordingState, documents: MeasuredDocuments) {
    this.state = state;
    this.documents = documents;
    this.listeners = [state.onDidChange(() => this.reset()), documents.onDidChange(() => this.changed.fire())];
  }

  get isMeasured(): boolean {
    return this.analysis !== null;
  }

  /** What the numbers are of: `CPU time`, `wall time`. */
  get whole(): string {
    return this.analysis ? nameWhole(this.analysis) : 'CPU time';
  }

  /** Of time: bytes and counts say nothing of what a loop costs. */
  private get analysis(): Analysis | null {
    const analysis = this.state.current.opened?.analysis;
    return analysis?.unit === 'microseconds' ? analysis : null;
  }

  readonly costOf = (finding: LocatedFinding): number | null => {
    const { opened, heat } = this.state.current;
    const key = fileKey(finding.file);
    const fileHeat = heat.get(key);
    if (!opened || !this.analysis || !fileHeat) return null;
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'file' && fileKey(uri.fsPath) === key);
    const measured = open && this.documents.of(open);
    if (measured) return measureFinding(finding, fileHeat, (line) => {
      const recorded = measured.recordedLine(line);
      return recorded > 0 && !measured.isStale(recorded) ? recorded : 0;
    });
    if (!this.isMeasuredText.has(key)) void this.compare(key, finding.file, opened);
    return this.isMeasuredText.get(key) ? measureFinding(finding, fileHeat, itself) : null;
  };

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }

  private reset(): void {
    this.isMeasuredText.clear();
    this.changed.fire();
  }

  private async compare(key: string, file: string, opened: OpenedRecording): Promise<void> {
    this.isMeasuredText.set(key, undefined);
    const same = await isTextOf(file, opened);
    if (this.state.current.opened !== opened) return;
    this.isMeasuredText.set(key, same);
    if (same) this.changed.fire();
  }
}

async function isTextOf(file: string, opened: OpenedRecording): Promise<boolean> {
  const recorded = opened.manifest?.sources.find((source) => fileKey(source.file) === fileKey(file));
  if (!recorded) return !(await isNewerThanRun(file, opened));
  try {
    return hashSource(await readFile(file)) === recorded.sha256;
  } catch {
    return false;
  }
}
