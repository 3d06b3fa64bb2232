import type * as vscode from 'vscode';
import type { ComparisonPages } from './comparison/comparison-pages.ts';
import type { FindingsNode } from './findings/findings-tree.ts';
import type { FindingsState } from './findings/findings-state.ts';
import type { ScanRunner } from './findings/scan-runner.ts';
import type { contexts } from './ids.ts';
import type { MeasuredDocuments } from './decorations/measured-documents.ts';
import type { OpenRecordingState } from './open-recording-state.ts';
import type { ProfileEditor } from './panels/profile-editor.ts';
import type { ProfilePages } from './panels/profile-pages.ts';
import type { ProfilePanel } from './panels/profile-panel.ts';
import type { RunController } from './runs/run-controller.ts';
import type { Hotspot } from './trees/hotspots-tree.ts';
import type { RecordingRow, RecordingsTree } from './trees/recordings-tree.ts';
import type { WorkspaceMemory } from './workspace-memory.ts';

/** What commands work with; made once on activation. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  readonly globalStorageUri: vscode.Uri;
  readonly state: OpenRecordingState;
  readonly runs: RunController;
  readonly documents: MeasuredDocuments;
  readonly memory: WorkspaceMemory;
  readonly log: vscode.LogOutputChannel;
  /** Absolute folder of the recordings. */
  readonly store: string;
  readonly pages: ProfilePages;
  readonly panel: ProfilePanel;
  readonly viewers: ProfileEditor;
  readonly comparisons: ComparisonPages;
  readonly hotspotsView: vscode.TreeView<Hotspot | string>;
  readonly recordingsView: vscode.TreeView<RecordingRow>;
  readonly recordings: RecordingsTree;
  readonly findings: FindingsState;
  readonly findingsView: vscode.TreeView<FindingsNode>;
  readonly scans: ScanRunner;
  readonly setContext: (key: keyof typeof contexts, value: boolean) => void;
}
