import * as vscode from 'vscode';

/** Copies the bundled example out of the extension's folder, once, so that it can be run and edited; then opens its program. */
export async function openExample(extensionUri: vscode.Uri, globalStorageUri: vscode.Uri): Promise<void> {
  const target = vscode.Uri.joinPath(globalStorageUri, 'example', 'report');
  const program = vscode.Uri.joinPath(target, 'src', 'report.ts');
  const exists = await vscode.workspace.fs.stat(program).then(() => true, () => false);
  if (!exists) await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'examples', 'report'), target, { overwrite: true });
  await vscode.window.showTextDocument(program, { preview: false });
}
