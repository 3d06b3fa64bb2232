import * as vscode from 'vscode';

/** Where code opens so that the page stays in sight: where the file is seen already, else another column with code, else a new one. */
export function columnBeside({ viewColumn }: vscode.WebviewPanel, file: string): vscode.ViewColumn {
  const others = vscode.window.visibleTextEditors.filter((editor) => editor.viewColumn !== undefined && editor.viewColumn !== viewColumn);
  const seen = others.find(({ document }) => document.uri.fsPath === file) ?? others[0];
  if (seen?.viewColumn !== undefined) return seen.viewColumn;
  const group = vscode.window.tabGroups.all.find((each) => each.viewColumn !== viewColumn);
  return group?.viewColumn ?? vscode.ViewColumn.Beside;
}
