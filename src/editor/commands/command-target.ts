import * as vscode from 'vscode';
import { refuseProgram } from '../runs/check-program.ts';

/**
 * The file a command is about: the menu's argument, else the active editor's, else the visible program's beside a page. Anyone can call a command with anything, so
 * what is no address counts as a mistake and not as "the active file".
 */
export function commandTarget(argument: unknown): vscode.Uri | null {
  if (argument !== undefined && !(argument instanceof vscode.Uri)) {
    void vscode.window.showWarningMessage('This command takes a file.');
    return null;
  }
  const target = argument ?? activeFile() ?? null;
  if (!target) void vscode.window.showWarningMessage('Open a JavaScript or TypeScript file first.');
  return target;
}

function activeFile(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(({ document }) => refuseProgram(document.uri) === '');
  return active?.document.uri;
}
