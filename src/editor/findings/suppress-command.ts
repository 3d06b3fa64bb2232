import * as vscode from 'vscode';
import { suppressFinding } from '../../session/index.ts';
import { toWorkspaceEdit } from './apply-edits.ts';
import type { FindingsState } from './findings-state.ts';
import type { LocatedFinding } from './locate-finding.ts';
import { isRecord } from '../../protocol/guards.ts';

type Scope = 'place' | 'file';

/** Asks why, and writes the comment that silences the finding; nothing is written without a reason. */
export async function suppressCommand(args: readonly unknown[], findings: FindingsState): Promise<void> {
  const finding = findingOf(args, findings);
  if (!finding) return;
  const scope: Scope = args[4] === 'file' ? 'file' : 'place';
  const reason = await vscode.window.showInputBox({
    title: scope === 'file' ? `Suppress ${finding.rule} in this file` : `Suppress ${finding.rule} here`,
    prompt: 'Why is it fine? The reason stands in the comment, for whoever reads it next.',
    placeHolder: 'at most three roles',
    validateInput: (text) => (text.trim() === '' ? 'A reason is needed.' : null),
  });
  if (reason === undefined || reason.trim() === '') return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(finding.file));
  const { version } = document;
  const edits = await suppressFinding(finding.file, document.getText(), finding, { reason, scope });
  if (edits.length === 0 || document.version !== version) return void vscode.window.showWarningMessage('The comment could not be placed: the file has changed or can\'t be parsed.');
  await vscode.workspace.applyEdit(toWorkspaceEdit(document, edits));
}

/** A row of the view, or rule, file, line and column; only a finding that is known is acted on. */
function findingOf([first, file, line, column]: readonly unknown[], findings: FindingsState): LocatedFinding | undefined {
  const row = isRecord(first) && isRecord(first.found) ? first.found.finding : undefined;
  const named = isRecord(row) ? row : { rule: first, file, line, column };
  if (typeof named.file !== 'string') return undefined;
  return findings.of(named.file).find((finding) => finding.rule === named.rule && finding.line === named.line && finding.column === named.column);
}
