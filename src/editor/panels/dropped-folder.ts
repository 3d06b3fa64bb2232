import * as vscode from 'vscode';

/** Where bytes of dropped files wait for their tab, each in a folder of its own. */
export const droppedFolder = (storage: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(storage, 'dropped');
