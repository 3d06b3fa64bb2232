import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import { reportError } from '../report-error.ts';
import type { Services } from '../services.ts';
import { compareCommands } from './compare-commands.ts';
import { findingCommands } from './finding-commands.ts';
import type { Handlers } from './handlers.ts';
import { openExample } from './open-example.ts';
import { preferenceCommands } from './preference-commands.ts';
import { recordingCommands } from './recording-commands.ts';
import { resultCommands } from './result-commands.ts';
import { runCommands } from './run-commands.ts';
import { viewerCommands } from './viewer-commands.ts';

export function registerCommands(services: Services): vscode.Disposable[] {
  const handlers: Handlers = {
    ...runCommands(services),
    ...preferenceCommands(services),
    ...resultCommands(services),
    ...recordingCommands(services),
    ...viewerCommands(services),
    ...compareCommands(services),
    ...findingCommands(services),
    [commands.openExample]: () => openExample(services.extensionUri, services.globalStorageUri),
  };
  return Object.entries(handlers).map(([id, handle]) => vscode.commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      await handle(...args);
    } catch (error) {
      reportError(error, `The command ${id}`, services.log);
    }
  }));
}
