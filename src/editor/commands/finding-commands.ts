import * as vscode from 'vscode';
import { ruleIds } from '../../session/index.ts';
import { openFinding } from '../findings/open-finding.ts';
import { openRule } from '../findings/open-rule.ts';
import { rulesOn } from '../findings/rules-on.ts';
import { suppressCommand } from '../findings/suppress-command.ts';
import { scanPlaces } from '../findings/scan-places.ts';
import { turnRuleOff } from '../findings/turn-rule-off.ts';
import { commands, views } from '../ids.ts';
import type { Services } from '../services.ts';
import type { Handlers } from './handlers.ts';

const nPlusOneRules = ruleIds.filter((id) => id.startsWith('n-plus-one'));

/** Commands of the findings view. Arguments come from menus, rows, hovers and links, and from anyone else. */
export function findingCommands(services: Services): Handlers {
  return {
    [commands.findNPlusOne]: (folder, folders) => find('Finding N+1 queries', nPlusOneRules, folder, folders, services),
    [commands.findProblems]: (folder, folders) => find('Finding performance problems', ruleIds, folder, folders, services),
    [commands.showFindings]: () => vscode.commands.executeCommand(`${views.findings}.focus`),
    [commands.clearFindings]: () => services.findings.clear(),
    [commands.openFinding]: (file, line, column) => openFinding(file, line, column, services.findings),
    [commands.openRule]: (rule) => openRule(rule, services.extensionUri),
    [commands.suppressFinding]: (...args) => suppressCommand(args, services.findings),
    [commands.turnRuleOff]: (rule) => turnRuleOff(rule),
  };
}

async function find(title: string, rules: readonly string[], folder: unknown, folders: unknown, { scans, findingsView }: Services): Promise<void> {
  const places = scanPlaces(folder, folders);
  if (places === null) return void vscode.window.showWarningMessage('This command takes a folder of the workspace.');
  if (places.length === 0) return void vscode.window.showWarningMessage('Open a folder on disk to look through it.');
  const on = rulesOn(rules);
  if (on.length === 0) return void vscode.window.showWarningMessage('All rules that look for this are turned off in the settings.');
  if (!findingsView.visible) await vscode.commands.executeCommand(`${views.findings}.focus`);
  await scans.run({ places, rules: on, title });
}
