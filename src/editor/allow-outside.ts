import * as vscode from 'vscode';
import { isInside } from '../core/model/paths.ts';
import type { OpenedRecording } from '../session/index.ts';
import { escapeLinks } from './words/safe-text.ts';

const open = 'Open It';
const style = process.platform === 'win32' ? 'win32' : 'posix';

/** Files the user let this window open. */
const allowed = new Set<string>();

/** A profile may name any file of the machine: one outside the workspace, and outside the project of our own recording, opens only after the user said so, once a window. */
export async function allowOutside(file: string, { manifest }: OpenedRecording): Promise<boolean> {
  const inside = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(file)) !== undefined || (manifest !== null && isInside(manifest.cwd, file, style));
  if (inside || allowed.has(file)) return true;
  const choice = await vscode.window.showWarningMessage(`The profile names a file outside this workspace: ${escapeLinks(file, 300)}`, open);
  if (choice === open) allowed.add(file);
  return choice === open;
}
