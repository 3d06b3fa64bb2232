import * as vscode from 'vscode';
import { endProcessTree, SessionError } from '../../session/index.ts';
import type { ProcessExit, ProcessHost, ProcessRequest, RunningProcess } from '../../session/index.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { findVariable } from './find-variable.ts';

/** How long a task may have ended without a word about its process, ms: then it never had one. */
const processGraceMs = 1_000;

/** Runs the user's program as a task: a real terminal with input and colours, shown without taking the keyboard. */
export function createTaskProcessHost(): ProcessHost {
  return async (request) => {
    const variable = findVariable(request);
    if (variable) {
      throw new SessionError({ code: 'variable-in-command', message: `VS Code would replace ${visibleText(variable, 60)} in the command: use the command line "flameline profile" for it` });
    }
    const task = createTask(request);
    const watch = watchTask(task);
    try {
      watch.adopt(await vscode.tasks.executeTask(task));
    } catch (error) {
      watch.dispose();
      throw error;
    }
    return watch.started;
  };
}

function createTask({ executable, args, cwd, env, label }: ProcessRequest): vscode.Task {
  const execution = new vscode.ProcessExecution(executable, [...args], { cwd, env: { ...env } });
  // Equal definitions share a running task: a number keeps each run its own.
  const definition = { type: 'process', flamelineRun: nextRun++ };
  const task = new vscode.Task(definition, vscode.TaskScope.Workspace, `Profile ${visibleText(label, 60)}`, 'Flameline', execution);
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always, focus: false, echo: false, clear: true, showReuseMessage: false, panel: vscode.TaskPanelKind.Dedicated,
  };
  return task;
}

let nextRun = 1;

/** Listens before the task starts: a quick process may be over before `executeTask` returns. */
function watchTask(task: vscode.Task) {
  const mine = ({ execution }: { execution: vscode.TaskExecution }): boolean =>
    execution.task.definition['flamelineRun'] === task.definition['flamelineRun'];
  let execution: vscode.TaskExecution | undefined;
  let sent: string | null = null;
  let grace: NodeJS.Timeout | undefined;
  let pid: number | undefined;
  let exit: (result: ProcessExit) => void = () => undefined;
  let start: (running: RunningProcess) => void = () => undefined;
  const exited = new Promise<ProcessExit>((done) => { exit = done; });
  const started = new Promise<RunningProcess>((done) => { start = done; });
  const listeners: vscode.Disposable[] = [];
  const dispose = (): void => {
    clearTimeout(grace);
    for (const listener of listeners) listener.dispose();
  };
  const kill = (hard: boolean): void => {
    sent = hard ? 'SIGKILL' : 'SIGTERM';
    if (pid !== undefined) endProcessTree(pid, hard);
    if (hard || pid === undefined) execution?.terminate();
  };
  const begin = (): void => start({ pid, exited, kill });
  const finish = (code: number | null): void => {
    dispose();
    begin();
    // A process that a signal ended is reported as code 0: of our own signals we know better.
    exit(sent && (code === 0 || code === null) ? { code: null, signal: sent } : { code, signal: null });
  };
  listeners.push(
    vscode.tasks.onDidStartTaskProcess((event) => {
      if (!mine(event)) return;
      pid = event.processId > 0 ? event.processId : undefined;
      begin();
    }),
    vscode.tasks.onDidEndTaskProcess((event) => { if (mine(event)) finish(event.exitCode ?? null); }),
    vscode.tasks.onDidEndTask((event) => { if (mine(event)) grace = setTimeout(() => finish(null), processGraceMs); }),
  );
  return { started, dispose, adopt: (adopted: vscode.TaskExecution) => { execution = adopted; } };
}
