import * as vscode from 'vscode';
import { SessionError } from '../session/index.ts';
import { settings } from './ids.ts';
import { describeError } from './log.ts';
import { escapeLinks } from './words/safe-text.ts';

const showLog = 'Show Log';
const chooseNode = 'Choose Node';

/** Codes of the session that another Node would answer. */
const nodeProblems = new Set(['no-node', 'not-node', 'old-node', 'node-not-absolute', 'no-loader']);

/** One message for one failure: the sentence of an expected one, a plain admission for a defect; the rest is in the log. */
export function reportError(error: unknown, what: string, log: vscode.LogOutputChannel): void {
  log.error(`${what}: ${describeError(error)}`);
  const sentence = error instanceof SessionError ? escapeLinks(error.problem.message, 500) : `${what} failed for a reason Flameline did not expect.`;
  const aboutNode = error instanceof SessionError && nodeProblems.has(error.problem.code);
  void vscode.window.showErrorMessage(sentence, ...(aboutNode ? [chooseNode] : []), showLog).then((choice) => {
    if (choice === showLog) log.show();
    else if (choice === chooseNode) void vscode.commands.executeCommand('workbench.action.openSettings', settings.nodePath);
  });
}
