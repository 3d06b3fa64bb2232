import * as vscode from 'vscode';
import { ruleIds } from '../../session/index.ts';
import { ruleOf } from './rule-of.ts';

/** A rule's page inside the extension, so that it opens offline. */
export const rulePage = (rule: string, extensionUri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);

/** Shows a rule's page. Rows of the view hand over themselves, links the rule's id. */
export async function openRule(argument: unknown, extensionUri: vscode.Uri): Promise<void> {
  const rule = ruleOf(argument);
  if (!ruleIds.includes(rule)) return;
  await vscode.commands.executeCommand('markdown.showPreview', rulePage(rule, extensionUri));
}
