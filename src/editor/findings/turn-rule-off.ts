import * as vscode from 'vscode';
import { ruleIds } from '../../session/index.ts';
import { settings } from '../ids.ts';
import { readSettings } from '../settings.ts';
import { ruleOf } from './rule-of.ts';

/** Adds a rule to those that are off: for the workspace where one is open, else for the user. */
export async function turnRuleOff(argument: unknown): Promise<void> {
  const rule = ruleOf(argument);
  const { rulesOff } = readSettings();
  if (!ruleIds.includes(rule) || rulesOff.includes(rule)) return;
  const target = vscode.workspace.workspaceFolders?.length ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration().update(settings.rulesOff, [...rulesOff, rule], target);
}
