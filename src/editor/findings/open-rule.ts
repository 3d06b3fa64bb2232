import * as vscode from 'vscode';
import { ruleIds } from '../../session/index.ts';

/** Shows a rule's page, which is inside the extension. Rows of the view hand over themselves, links the rule's id. */
export async function openRule(argument: unknown, extensionUri: vscode.Uri): Promise<void> {
  const rule = ruleOf(argument);
  if (!ruleIds.includes(rule)) return;
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function ruleOf(argument: unknown): string {
  if (typeof argument === 'string') return argument;
  if (!isRecord(argument)) return '';
  const { group, found } = argument;
  if (isRecord(group) && typeof group.rule === 'string') return group.rule;
  const finding = isRecord(found) ? found.finding : null;
  return isRecord(finding) && typeof finding.rule === 'string' ? finding.rule : '';
}
