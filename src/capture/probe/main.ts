import { isMainThread, workerData } from 'node:worker_threads';
import { joinRun } from './join-run.ts';
import { ProgramProbe } from './program-probe.ts';
import { readConfig } from './read-config.ts';
import { runWatchdog } from './watchdog.ts';
import type { WatchdogData } from './watchdog-state.ts';
import { installWorkerProbe } from './worker-probe.ts';

const isWatchdogData = (value: unknown): value is WatchdogData =>
  typeof value === 'object' && value !== null && 'flamelineWatchdog' in value;

const install = (): void => {
  if (!isMainThread && isWatchdogData(workerData)) {
    runWatchdog(workerData);
    return;
  }
  const config = readConfig(process.env['FLAMELINE_PROBE']);
  if (config === null) return;
  if (!isMainThread) {
    installWorkerProbe(config);
    return;
  }
  const seq = joinRun(config.folder);
  if (seq !== null) new ProgramProbe(config, seq).install();
};

try {
  install();
} catch {
  // A program that can't be profiled still runs as it would without us.
}
