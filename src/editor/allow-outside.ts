import * as vscode from 'vscode';
import { isInside } from '../core/model/paths.ts';
import type { OpenedRecording } from '../session/index.ts';
import { escapeLinks } from './words/safe-text.ts';

const open = 'Open It';
const style = process.platform === 'win32' ? 'win32' : 'posix';

/** Files the user let this window open. */
const allowed = new Set<string>();

/** Whether a file opens without a question: inside the workspace, inside the project of our own recording, or allowed before. */
export const mayOpen = (file: string, { manifest }: Pick<OpenedRecording, 'manifest'>): boolean =>
  vscode.workspace.getWorkspaceFolder(vscode.Uri.file(file)) !== undefined || (manifest !== null && isInside(manifest.cwd, file, style)) || allowed.has(file);

/** A profile may name any file of the machine: one outside the workspace, and outside the project of our own recording, opens only after the user said so, once a window. */
export async function allowOutside(file: string, opened: Pick<OpenedRecording, 'manifest'>, who = 'The profile names'): Promise<boolean> {
  if (mayOpen(file, opened)) return true;
  const choice = await vscode.window.showWarningMessage(`${who} a file outside this workspace: ${escapeLinks(file, 300)}`, open);
  if (choice === open) allowed.add(file);
  return choice === open;
}
