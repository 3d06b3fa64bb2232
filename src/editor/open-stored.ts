import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { openRecording } from '../session/index.ts';
import type { OpenedRecording } from '../session/index.ts';
import { views } from './ids.ts';
import { reportError } from './report-error.ts';
import type { Services } from './services.ts';
import { workspaceRoots } from './workspace-roots.ts';

/** Reads a recording's folder or a profile file and shows it. Only reads: no trust is needed. */
export async function openStored(path: string, { state, memory, log }: Pick<Services, 'state' | 'memory' | 'log'>): Promise<void> {
  const roots = workspaceRoots();
  const read = (): Promise<OpenedRecording> => openRecording(path, roots.length > 0 ? { roots } : {});
  try {
    state.open(await vscode.window.withProgress({ location: { viewId: views.hotspots } }, read));
    await memory.set('lastOpened', path);
  } catch (error) {
    reportError(error, 'Opening the profile', log);
  }
}

/** Shows what was shown before the window was closed; silently nothing when it has been deleted or pruned since. */
export async function reopenLast(services: Pick<Services, 'state' | 'memory' | 'log'>): Promise<void> {
  const { lastOpened } = services.memory;
  if (lastOpened === '') return;
  if (await stat(lastOpened).then(() => true, () => false)) await openStored(lastOpened, services);
  else await services.memory.set('lastOpened', '');
}
