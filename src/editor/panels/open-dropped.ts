import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { DroppedFile } from '../../protocol/profile-page.ts';
import { allowOutside } from '../allow-outside.ts';
import { panels } from '../ids.ts';
import { isOpenablePath } from '../is-openable-path.ts';
import { droppedFolder } from './dropped-folder.ts';

/** Shows a file where it was dropped, in the page's own column: by its address, or a copy of its bytes, which goes with its tab. */
export async function openDropped(file: DroppedFile, storage: vscode.Uri, column: vscode.ViewColumn = vscode.ViewColumn.Active): Promise<void> {
  const uri = 'uri' in file ? localFile(file.uri) : await keep(file.name, file.bytes, storage);
  if (!uri) return;
  if (!('uri' in file) || (await allowOutside(uri.fsPath, { manifest: null }, 'This is'))) await vscode.commands.executeCommand('vscode.openWith', uri, panels.editor, column);
}

/** The workbench of a remote window names the files of the extension's machine with its own scheme. */
function localFile(text: string): vscode.Uri | null {
  try {
    const { scheme, path } = vscode.Uri.parse(text.trim(), true);
    const uri = scheme === 'file' || scheme === 'vscode-remote' ? vscode.Uri.from({ scheme: 'file', path }) : null;
    return uri && isOpenablePath(uri.fsPath) ? uri : null;
  } catch {
    return null;
  }
}

async function keep(name: string, bytes: Uint8Array, storage: vscode.Uri): Promise<vscode.Uri> {
  const safe = name.replace(/[^\w.-]+/g, '_').replace(/^[._]+/, '').slice(-80) || 'profile';
  const target = vscode.Uri.joinPath(droppedFolder(storage), randomBytes(6).toString('hex'), safe);
  await vscode.workspace.fs.writeFile(target, bytes);
  return target;
}
