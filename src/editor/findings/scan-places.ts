import * as vscode from 'vscode';
import type { ScanPlace } from './scan-runner.ts';

/**
 * Where to scan: the folders chosen in the explorer, else every open folder on disk. `null` for an argument that is neither;
 * nothing outside the open folders is read.
 */
export function scanPlaces(chosen: unknown, all: unknown): readonly ScanPlace[] | null {
  if (chosen === undefined) return openFolders();
  const uris: readonly unknown[] = Array.isArray(all) && all.length > 0 ? all : [chosen];
  const places = uris.map(placeOf);
  return places.includes(null) ? null : places.filter((place) => place !== null);
}

const openFolders = (): ScanPlace[] =>
  (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => ({ path: uri.fsPath, folder: uri.fsPath }));

function placeOf(uri: unknown): ScanPlace | null {
  if (!(uri instanceof vscode.Uri) || uri.scheme !== 'file') return null;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder ? { path: uri.fsPath, folder: folder.uri.fsPath } : null;
}
