import * as vscode from 'vscode';
import { record, sweepOrphans } from '../session/index.ts';
import { HeatCodeLens } from './codelens/heat-code-lens.ts';
import { arrangeExample } from './commands/open-example.ts';
import { registerCommands } from './commands/register-commands.ts';
import { ComparisonPages } from './comparison/comparison-pages.ts';
import { createContexts } from './contexts.ts';
import { HeatPainter } from './decorations/heat-painter.ts';
import { MeasuredDocuments } from './decorations/measured-documents.ts';
import { HotDiagnostics } from './diagnostics/hot-diagnostics.ts';
import { describeFindingsView } from './findings/describe-findings-view.ts';
import { FindingActions } from './findings/finding-actions.ts';
import { FindingCosts } from './findings/finding-costs.ts';
import { FindingDiagnostics } from './findings/finding-diagnostics.ts';
import { FindingHover } from './findings/finding-hover.ts';
import { FindingsState } from './findings/findings-state.ts';
import { FindingsTree } from './findings/findings-tree.ts';
import { LiveFindings } from './findings/live-findings.ts';
import { ScanRunner } from './findings/scan-runner.ts';
import { HeatHover } from './hovers/heat-hover.ts';
import { panels, views } from './ids.ts';
import { registerProfileLinks } from './links/profile-links.ts';
import { createLog, describeError } from './log.ts';
import { OpenRecordingState } from './open-recording-state.ts';
import { reopenLast } from './open-stored.ts';
import { RunController } from './runs/run-controller.ts';
import { followCursor } from './panels/follow-cursor.ts';
import { ProfileEditor } from './panels/profile-editor.ts';
import { ProfilePages } from './panels/profile-pages.ts';
import { ProfilePanel } from './panels/profile-panel.ts';
import type { Services } from './services.ts';
import { StatusBar } from './status-bar.ts';
import { factsFolder, storeFolder } from './store-folder.ts';
import { describeHotspotsView, HotspotsTree } from './trees/hotspots-tree.ts';
import { RecordingsTree } from './trees/recordings-tree.ts';
import { WorkspaceMemory } from './workspace-memory.ts';

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'].map((language) => ({ language, scheme: 'file' }));

/** Chores of the store wait until the window has settled, ms. */
const choresAfterMs = 3_000;

/** For `deactivate`, which is given nothing. */
let runsOfWindow: RunController | null = null;

/** Read-only view of what the surfaces show, for tests and other extensions. */
export interface FlamelineApi {
  readonly state: Pick<OpenRecordingState, 'current' | 'onDidChange'>;
  readonly runs: Pick<RunController, 'current' | 'busy' | 'onDidChange'>;
  readonly painter: Pick<HeatPainter, 'marksOf'>;
  readonly statusBar: Pick<StatusBar, 'text'>;
  readonly hotspots: vscode.TreeDataProvider<unknown>;
  readonly recordings: vscode.TreeDataProvider<unknown>;
  readonly findings: Pick<FindingsState, 'files' | 'of' | 'summary'>;
  readonly findingsTree: vscode.TreeDataProvider<unknown>;
  readonly pages: Pick<ProfilePages, 'active' | 'visible'>;
  readonly comparisons: Pick<ComparisonPages, 'all'>;
  readonly store: string;
}

export function activate(context: vscode.ExtensionContext): FlamelineApi {
  const log = createLog();
  const state = new OpenRecordingState();
  const runs = new RunController(record);
  runsOfWindow = runs;
  const documents = new MeasuredDocuments(state, log);
  const painter = new HeatPainter(state, documents, vscode.Uri.joinPath(context.extensionUri, 'media'));
  const statusBar = new StatusBar(state, runs);
  const store = storeFolder(context);
  const hotspots = new HotspotsTree(state);
  const recordings = new RecordingsTree(state, store);
  const hotspotsView = vscode.window.createTreeView(views.hotspots, { treeDataProvider: hotspots });
  const recordingsView = vscode.window.createTreeView(views.recordings, { treeDataProvider: recordings, canSelectMany: true });
  const lens = new HeatCodeLens(state, documents);
  const { extensionUri, globalStorageUri, workspaceState } = context;
  const pages = new ProfilePages({ extensionUri, globalStorageUri, documents, log });
  const panel = new ProfilePanel(state, pages, extensionUri);
  const viewers = new ProfileEditor(pages, globalStorageUri);
  const comparisons = new ComparisonPages({ extensionUri, documents, log }, workspaceState);
  const setContext = createContexts();
  const findings = new FindingsState();
  const costs = new FindingCosts(state, documents);
  const findingsTree = new FindingsTree(findings, costs);
  const findingsView = vscode.window.createTreeView(views.findings, { treeDataProvider: findingsTree, showCollapseAll: true });
  const scans = new ScanRunner(findings, factsFolder(context), (scanning) => setContext('scanning', scanning));
  const services: Services = {
    extensionUri, globalStorageUri, state, runs, documents, log, store, pages, panel, viewers, comparisons, hotspotsView, recordingsView, recordings,
    memory: new WorkspaceMemory(workspaceState), setContext, findings, findingsView, scans,
  };
  context.subscriptions.push(
    log, state, runs, documents, painter, statusBar, hotspots, recordings, hotspotsView, recordingsView, lens, pages, panel, comparisons,
    costs, findingsTree, findingsView, scans,
    new FindingDiagnostics(findings, extensionUri),
    new LiveFindings(findings, { selector: languages, factsFolder: factsFolder(context), log }),
    describeFindingsView(findingsView, findings, setContext),
    vscode.languages.registerHoverProvider(languages, new FindingHover(findings, costs)),
    vscode.languages.registerCodeActionsProvider(languages, new FindingActions(findings), { providedCodeActionKinds: FindingActions.kinds }),
    new HotDiagnostics(state, documents),
    describeHotspotsView(hotspotsView, state),
    vscode.languages.registerHoverProvider(languages, new HeatHover(state, documents)),
    vscode.languages.registerCodeLensProvider(languages, lens),
    vscode.window.registerCustomEditorProvider(panels.editor, viewers),
    followCursor(pages, documents),
    ...registerProfileLinks(services),
    ...registerCommands(services),
    ...keepContexts(services),
    ...keepRecordingsFresh(services),
    startChores(services),
  );
  void arrangeExample(context.extension.id).catch((error: unknown) => log.warn(`Opening the example: ${describeError(error)}`));
  return { state, runs, painter, statusBar, hotspots, recordings, findings, findingsTree, pages, comparisons, store };
}

/** The window closes: what runs is stopped and kept. What can't be waited for, the next start's sweep ends. */
export async function deactivate(): Promise<void> {
  await runsOfWindow?.end();
}

function keepContexts({ state, runs, memory, setContext }: Services): vscode.Disposable[] {
  setContext('canRerun', memory.lastRun !== '');
  return [
    state.onDidChange(({ opened }) => setContext('hasResults', opened !== null)),
    runs.onDidChange((run) => {
      setContext('running', run !== null);
      setContext('waiting', run?.phase === 'waiting');
    }),
  ];
}

/** Ages and stale marks change without the state: they are drawn anew when someone looks, never by a timer. */
function keepRecordingsFresh({ recordings, recordingsView }: Services): vscode.Disposable[] {
  const refresh = (): void => { if (recordingsView.visible) recordings.refresh(); };
  return [recordingsView.onDidChangeVisibility(refresh), vscode.workspace.onDidSaveTextDocument(refresh)];
}

/** Shows what was shown before a reload at once; ends what an earlier window left running, later. */
function startChores(services: Services): vscode.Disposable {
  const { store, log } = services;
  void reopenLast(services);
  const timer = setTimeout(() => void sweepOrphans(store).catch((error: unknown) => log.warn(`Sweeping the store: ${describeError(error)}`)), choresAfterMs);
  return new vscode.Disposable(() => clearTimeout(timer));
}
