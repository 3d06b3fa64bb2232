import * as vscode from 'vscode';
import { isAbsolute, relative } from 'node:path';
import type { WorkspaceMemory } from '../workspace-memory.ts';
import { escapeLinks } from '../words/safe-text.ts';

const run = 'Run It';

/** A Node inside the workspace may have come with the code: it is run only after the user said so, once a workspace. */
export async function allowNode(nodePath: string, memory: WorkspaceMemory): Promise<boolean> {
  const inside = (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => {
    const path = relative(uri.fsPath, nodePath);
    return path !== '' && !path.startsWith('..') && !isAbsolute(path);
  });
  if (nodePath === '' || !inside || memory.allowedNode === nodePath) return true;
  const choice = await vscode.window.showWarningMessage(`The setting flameline.node.path names a program inside this workspace: ${escapeLinks(nodePath, 300)}`, run);
  if (choice !== run) return false;
  await memory.set('allowedNode', nodePath);
  return true;
}
