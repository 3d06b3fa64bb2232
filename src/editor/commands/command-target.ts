import * as vscode from 'vscode';

/**
 * The file a command is about: the menu's argument, else the active editor's. Anyone can call a command with anything, so
 * what is no address counts as a mistake and not as "the active file".
 */
export function commandTarget(argument: unknown): vscode.Uri | null {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (argument !== undefined && !(argument instanceof vscode.Uri)) {
    void vscode.window.showWarningMessage('This command takes a file.');
    return null;
  }
  const target = argument ?? active ?? null;
  if (!target) void vscode.window.showWarningMessage('Open a JavaScript or TypeScript file first.');
  return target;
}
