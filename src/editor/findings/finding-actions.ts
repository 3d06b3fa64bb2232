import * as vscode from 'vscode';
import { findFixes } from '../../session/index.ts';
import type { SourceFix } from '../../session/index.ts';
import { commands } from '../ids.ts';
import { toWorkspaceEdit } from './apply-edits.ts';
import { rangeOf } from './finding-diagnostics.ts';
import type { FindingsState } from './findings-state.ts';
import { findingKey, type LocatedFinding } from './locate-finding.ts';

/** Fixes of findings, made in the analysis thread, and the ways to silence one. */
export class FindingActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];
  private readonly findings: FindingsState;
  private asked: { readonly uri: string; readonly version: number; readonly fixes: Map<string, Promise<readonly SourceFix[]>> } = { uri: '', version: 0, fixes: new Map() };

  constructor(findings: FindingsState) {
    this.findings = findings;
  }

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext, token: vscode.CancellationToken): Promise<vscode.CodeAction[]> {
    const found = this.findings.of(document.uri.fsPath).filter((finding) => !finding.suppressed && rangeOf(finding).intersection(range) !== undefined);
    if (found.length === 0) return [];
    const { version } = document;
    const fixes: { readonly finding: LocatedFinding; readonly fixes: readonly SourceFix[] }[] = [];
    // One after the other: each question that finds the analysis thread busy would start another.
    for (const finding of found) fixes.push({ finding, fixes: await this.fixesOf(document, finding) });
    if (token.isCancellationRequested || document.version !== version) return [];
    return fixes.flatMap(({ finding, fixes: made }) => {
      const diagnostic = context.diagnostics.find(({ code }) => typeof code === 'object' && code.value === finding.rule);
      const actions = [...made.map((fix) => fixAction(document, fix)), ...silenceActions(finding)];
      if (diagnostic) for (const action of actions) action.diagnostics = [diagnostic];
      return actions;
    });
  }

  /** The editor asks with every move of the cursor; as long as the text is the same, so is the answer. */
  private fixesOf(document: vscode.TextDocument, finding: LocatedFinding): Promise<readonly SourceFix[]> {
    const { uri, version } = document;
    if (this.asked.uri !== uri.toString() || this.asked.version !== version) this.asked = { uri: uri.toString(), version, fixes: new Map() };
    const known = this.asked.fixes.get(findingKey(finding));
    if (known) return known;
    const { fixes } = this.asked;
    const asked = findFixes(uri.fsPath, document.getText(), finding);
    fixes.set(findingKey(finding), asked);
    asked.catch(() => fixes.delete(findingKey(finding)));
    return asked;
  }
}

function fixAction(document: vscode.TextDocument, { title, kind, edits }: SourceFix): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(document, edits, kind === 'preview' ? title : undefined);
  action.isPreferred = kind === 'edit';
  return action;
}

function silenceActions({ rule, file, line, column }: LocatedFinding): vscode.CodeAction[] {
  const action = (title: string, scope: 'place' | 'file'): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.command = { command: commands.suppressFinding, title, arguments: [rule, file, line, column, scope] };
    return made;
  };
  const off = new vscode.CodeAction(`Turn ${rule} off`, vscode.CodeActionKind.QuickFix);
  off.command = { command: commands.turnRuleOff, title: off.title, arguments: [rule] };
  return [action(`Suppress ${rule} here with a reason…`, 'place'), action(`Suppress ${rule} in this file with a reason…`, 'file'), off];
}
