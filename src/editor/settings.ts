import * as vscode from 'vscode';
import { settings } from './ids.ts';
import { parseSettings } from './parse-settings.ts';
import type { Settings } from './parse-settings.ts';

/** Those that a folder may set for its files; VS Code wants to be asked with a file for these, without one for the rest. */
const byResource = new Set<string>([settings.runArgs, settings.runEnv, settings.recordInterval, settings.recordDelay, settings.recordDuration]);

/** The settings that hold for a file, or for the window. */
export function readSettings(scope?: vscode.Uri): Settings {
  const window = vscode.workspace.getConfiguration();
  const resource = vscode.workspace.getConfiguration(undefined, scope ?? null);
  return parseSettings((id) => (byResource.has(id) ? resource : window).get(id));
}
