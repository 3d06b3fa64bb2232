import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';

/** Calls back when the file is written or made anew. What means something in a pattern matches any character. */
export function watchFile(path: string, see: () => void): vscode.Disposable {
  const pattern = new vscode.RelativePattern(vscode.Uri.file(dirname(path)), basename(path).replace(/[[\]{}*?]/g, '?'));
  const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, false, true);
  watcher.onDidChange(see);
  watcher.onDidCreate(see);
  return watcher;
}
