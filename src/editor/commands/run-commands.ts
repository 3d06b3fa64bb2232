import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import { finerIntervalUs } from '../runs/can-run-finer.ts';
import { profileProgram } from '../runs/profile-program.ts';
import type { ProfileOptions } from '../runs/profile-program.ts';
import type { Services } from '../services.ts';
import { commandTarget } from './command-target.ts';
import type { Handlers } from './handlers.ts';

export function runCommands(services: Services): Handlers {
  const profile = async (argument: unknown, options?: ProfileOptions): Promise<void> => {
    const target = commandTarget(argument);
    if (target) await profileProgram(target, services, options);
  };
  const rerun = async (options?: ProfileOptions): Promise<void> => {
    const { lastRun } = services.memory;
    if (lastRun) await profileProgram(vscode.Uri.file(lastRun), services, options);
    else void vscode.window.showWarningMessage('Nothing was profiled in this workspace yet.');
  };
  return {
    [commands.profileFile]: (argument) => profile(argument),
    [commands.profileFileLater]: (argument) => profile(argument, { later: true }),
    [commands.startRecordingNow]: () => services.runs.beginRecording(),
    [commands.stopProfiling]: () => services.runs.stop(),
    [commands.rerunLast]: () => rerun(),
    [commands.rerunFiner]: () => rerun({ intervalUs: finerIntervalUs }),
  };
}
