import * as vscode from 'vscode';
import { parseSettings } from './parse-settings.ts';
import type { Settings } from './parse-settings.ts';

/** The settings that hold for a file, or for the window. */
export const readSettings = (scope?: vscode.Uri): Settings => {
  const configuration = vscode.workspace.getConfiguration(undefined, scope ?? null);
  return parseSettings((id) => configuration.get(id));
};
