import * as vscode from 'vscode';

/** Folders on disk below which sources and maps may be read. */
export const workspaceRoots = (): readonly string[] =>
  (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
