import * as vscode from 'vscode';
import { exportFormats, exportProfile } from '../../session/index.ts';
import type { ExportFormat, OpenedRecording } from '../../session/index.ts';
import { exportName } from '../panels/export-name.ts';
import { saveFile } from '../panels/save-file.ts';
import { reportError } from '../report-error.ts';
import type { Services } from '../services.ts';
import { workspaceRoots } from '../workspace-roots.ts';

interface FormatWords {
  readonly label: string;
  readonly detail: string;
  readonly ending: string;
  readonly filters: Readonly<Record<string, string[]>>;
}

const words: Readonly<Record<ExportFormat, FormatWords>> = {
  html: { label: 'Self-contained page', detail: 'This viewer with the profile in one HTML file; needs no network', ending: '.html', filters: { Pages: ['html'] } },
  speedscope: { label: 'speedscope', detail: 'JSON for speedscope and compatible viewers', ending: '.speedscope.json', filters: { speedscope: ['speedscope.json', 'json'] } },
  pprof: { label: 'pprof', detail: 'Gzipped protocol buffer for pprof and compatible services', ending: '.pb.gz', filters: { pprof: ['pb.gz', 'gz'] } },
  collapsed: { label: 'Collapsed stacks', detail: 'One line a stack, for flamegraph.pl and the like', ending: '.collapsed', filters: { 'Collapsed stacks': ['collapsed', 'txt'] } },
};

const isFormat = (value: unknown): value is ExportFormat => exportFormats.some((format) => format === value);

/** Saves what the viewer in use shows, else the open recording, in a format that is given or asked for. */
export async function exportCommand(argument: unknown, { pages, state, log }: Services): Promise<void> {
  const opened = pages.active?.profile?.opened ?? state.current.opened;
  if (argument !== undefined && !isFormat(argument)) return;
  if (!opened) return void vscode.window.showWarningMessage('Open a profile first.');
  const format = argument ?? (await askFormat());
  if (format) await save(opened, format, log);
}

const askFormat = async (): Promise<ExportFormat | undefined> =>
  (await vscode.window.showQuickPick(exportFormats.map((format) => ({ ...words[format], format })), { title: 'Export the profile as', matchOnDetail: true }))?.format;

async function save({ path, manifest }: OpenedRecording, format: ExportFormat, log: vscode.LogOutputChannel): Promise<void> {
  const { ending, filters } = words[format];
  const roots = workspaceRoots();
  const make = (): Thenable<Uint8Array> => vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Exporting the profile', cancellable: true }, (_, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort(new vscode.CancellationError()));
    return exportProfile(path, format, { roots, cwd: manifest?.cwd ?? roots[0] ?? '', signal: abort.signal });
  });
  try {
    await saveFile(exportName({ path, manifest }, ending), filters, make);
  } catch (error) {
    if (!(error instanceof vscode.CancellationError)) reportError(error, 'Exporting the profile', log);
  }
}
