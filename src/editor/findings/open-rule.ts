import * as vscode from 'vscode';
import { ruleIds } from '../../session/index.ts';
import { ruleOf } from './rule-of.ts';

/** Shows a rule's page, which is inside the extension. Rows of the view hand over themselves, links the rule's id. */
export async function openRule(argument: unknown, extensionUri: vscode.Uri): Promise<void> {
  const rule = ruleOf(argument);
  if (!ruleIds.includes(rule)) return;
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`));
}
