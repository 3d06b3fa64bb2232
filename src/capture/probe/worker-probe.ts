import { threadId } from 'node:worker_threads';
import type { ProbeConfig } from '../../protocol/probe.ts';
import { now, processCpu, program } from './originals.ts';
import { createRecorder } from './recorder.ts';
import { installTsxLines } from './tsx-lines.ts';
import { watchExit } from './watch-exit.ts';
import { profileFlag } from './wrap-worker.ts';
import { writeSidecar } from './write-sidecar.ts';

/** Our own flags must not reach what the worker forks with its `process.execArgv`. */
const takeName = (): string | null => {
  const named = program.execArgv.find((flag) => flag.startsWith(profileFlag));
  if (named === undefined) return null;
  program.execArgv = program.execArgv.filter((flag) => !flag.startsWith('--cpu-prof'));
  return named.slice(profileFlag.length, -'.cpuprofile'.length);
};

/**
 * Inside a worker of the program. Node itself profiles it; at its end we add the sidecar with its scripts. A worker that
 * is terminated has no end of its own: then the main thread writes a sidecar without scripts.
 */
export const installWorkerProbe = ({ folder, intervalUs, project }: ProbeConfig): void => {
  const name = takeName();
  if (name === null) return;
  const startedAt = now();
  const note = installTsxLines(project);
  let written = false;
  watchExit(() => {
    if (written) return;
    written = true;
    const durationMs = now() - startedAt;
    const processCpuMs = processCpu();
    const label = program.argv[1] ?? '';
    try {
      const scripts = createRecorder().scripts(null, project);
      const facts = { threadId, label, intervalUs, reason: 'worker-exit', signal: null, notes: note === null ? [] : [note] } as const;
      writeSidecar(folder, name, { ...facts, durationMs, probeCpuMs: 0, processCpuMs, scripts });
    } catch {
      // The main thread writes the plain one.
    }
  });
};
