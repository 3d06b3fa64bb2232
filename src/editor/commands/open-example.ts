import * as vscode from 'vscode';
import { walkthrough } from '../ids.ts';

/** In the copied example's folder while its window is still to be arranged; the manifest activates the extension on it. */
const marker = '.flameline-example';

const program = (folder: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(folder, 'src', 'report.ts');
const exists = (uri: vscode.Uri): Thenable<boolean> => vscode.workspace.fs.stat(uri).then(() => true, () => false);

/**
 * Copies the bundled example out of the extension's folder, once, so that it can be run and edited; then opens its program.
 * A window without a folder opens the example's: VS Code runs nothing outside the home folder there.
 */
export async function openExample(extensionUri: vscode.Uri, globalStorageUri: vscode.Uri): Promise<void> {
  const folder = vscode.Uri.joinPath(globalStorageUri, 'example', 'report');
  if (!(await exists(program(folder)))) await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'examples', 'report'), folder, { overwrite: true });
  if (vscode.workspace.workspaceFolders?.length) {
    await vscode.window.showTextDocument(program(folder), { preview: false });
  } else {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, marker), new Uint8Array());
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceReuseWindow: true });
  }
}

/** After `openExample` has opened the folder: shows its program and goes on with the walkthrough. */
export async function arrangeExample(extensionId: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder?.scheme !== 'file' || !(await exists(vscode.Uri.joinPath(folder, marker)))) return;
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, marker));
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthrough}`, false);
  await vscode.window.showTextDocument(program(folder), { preview: false, viewColumn: vscode.ViewColumn.Beside });
}
