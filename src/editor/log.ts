import * as vscode from 'vscode';

export const createLog = (): vscode.LogOutputChannel => vscode.window.createOutputChannel('Flameline', { log: true });

/** The text of anything thrown, with its stack for the log. */
export const describeError = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
