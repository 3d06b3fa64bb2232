import * as vscode from 'vscode';
import { settings } from './ids.ts';
import { describeError } from './log.ts';
import { describeFailure, type Failure } from './words/describe-failure.ts';

const showLog = 'Show Log';
const helps: Readonly<Record<NonNullable<Failure['help']>['kind'], string>> = { 'choose-node': 'Choose Node', 'open-file': 'Open File' };

/** One message for one failure; the rest is in the log. */
export function reportError(error: unknown, what: string, log: vscode.LogOutputChannel): void {
  log.error(`${what}: ${describeError(error)}`);
  const { sentence, help } = describeFailure(error, what);
  void vscode.window.showErrorMessage(sentence, ...(help ? [helps[help.kind]] : []), showLog).then((choice) => {
    if (choice === showLog) log.show();
    else if (choice !== undefined && help?.kind === 'open-file') void vscode.window.showTextDocument(vscode.Uri.file(help.file));
    else if (choice !== undefined) void vscode.commands.executeCommand('workbench.action.openSettings', settings.nodePath);
  });
}
