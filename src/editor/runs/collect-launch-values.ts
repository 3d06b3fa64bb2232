import * as vscode from 'vscode';
import { isAbsolute, join } from 'node:path';
import { fileKey } from '../decorations/index-heat.ts';
import { readSettings } from '../settings.ts';
import type { WorkspaceMemory } from '../workspace-memory.ts';
import { matchLaunchConfiguration } from './match-launch-configuration.ts';
import type { LaunchValues } from './match-launch-configuration.ts';

/** Arguments: remembered for the file, else of its launch configuration, else of the settings. Environment: settings, then launch configuration. */
export function collectLaunchValues(file: string, memory: WorkspaceMemory): LaunchValues {
  const uri = vscode.Uri.file(file);
  const { args, env } = readSettings(uri);
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? '';
  const sameFile = (program: string): boolean => {
    const absolute = isAbsolute(program) ? program : join(folder, program);
    return [absolute, `${absolute}.js`].some((path) => fileKey(join(path)) === fileKey(file));
  };
  const configurations: unknown = vscode.workspace.getConfiguration('launch', uri).get('configurations');
  const launch = matchLaunchConfiguration(configurations, { file, workspaceFolder: folder, sameFile });
  return {
    args: memory.argumentsOf(file) ?? launch?.args ?? args,
    env: { ...env, ...launch?.env },
    ...(launch?.cwd && isAbsolute(launch.cwd) ? { cwd: launch.cwd } : {}),
  };
}
