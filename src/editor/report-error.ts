import * as vscode from 'vscode';
import { SessionError } from '../session/index.ts';
import { describeError } from './log.ts';
import { escapeLinks } from './words/safe-text.ts';

const showLog = 'Show Log';

/** One message for one failure: the sentence of an expected one, a plain admission for a defect; the rest is in the log. */
export function reportError(error: unknown, what: string, log: vscode.LogOutputChannel): void {
  log.error(`${what}: ${describeError(error)}`);
  const sentence = error instanceof SessionError ? escapeLinks(error.problem.message, 500) : `${what} failed for a reason Flameline did not expect.`;
  void vscode.window.showErrorMessage(sentence, showLog).then((choice) => choice === showLog && log.show());
}
