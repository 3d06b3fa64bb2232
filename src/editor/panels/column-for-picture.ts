import * as vscode from 'vscode';

/** Where a profile opens so that code stays in sight: in another column when the active one shows another file's text. */
export function columnForPicture(profile: vscode.Uri): vscode.ViewColumn {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const isCode = input instanceof vscode.TabInputText && input.uri.toString() !== profile.toString();
  const other = vscode.window.tabGroups.all.find(({ isActive }) => !isActive);
  return isCode ? (other?.viewColumn ?? vscode.ViewColumn.Beside) : vscode.ViewColumn.Active;
}
