import { basename } from 'node:path';
import * as vscode from 'vscode';
import { escapeLinks } from '../words/safe-text.ts';

const openIt = 'Open';
const reveal = 'Reveal';

/** Asks where to, writes, and says so. The dialog asks before it overwrites. */
export async function saveFile(name: string, filters: Readonly<Record<string, string[]>>, make: () => Thenable<Uint8Array> | Uint8Array): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({ ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }), filters });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, await make());
  const choice = await vscode.window.showInformationMessage(`Saved ${escapeLinks(basename(target.path), 120)}.`, openIt, reveal);
  if (choice === openIt) await vscode.commands.executeCommand('vscode.open', target);
  else if (choice === reveal) await vscode.commands.executeCommand('revealFileInOS', target);
}
