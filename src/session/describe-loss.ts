import type { RawFiles } from '../capture/store/raw-files.ts';
import type { ProcessExit } from '../capture/launch/process-host.ts';
import type { Problem } from './types.ts';

/** Why a run left no profile at all, in one sentence. */
export const describeLoss = ({ silent, joined }: RawFiles, { code, signal }: ProcessExit): Problem => {
  const notes = silent.flatMap((sidecar) => sidecar.notes);
  if (notes.some((note) => note.code === 'permission-denied')) {
    return { code: 'permission-denied', message: 'The program runs with the permission model (--permission), which forbids profiling' };
  }
  if (notes.some((note) => note.code === 'inspector-unavailable')) {
    return { code: 'inspector-unavailable', message: 'This Node.js has no inspector, which profiling needs' };
  }
  const failed = notes.find((note) => note.code === 'write-failed');
  if (failed) return { code: 'write-failed', message: `The profile could not be written (${failed.detail})` };
  if (silent.length > 0) return { code: 'nothing-recorded', message: 'The program ended before recording began' };
  const how = signal === null ? `with exit code ${code ?? 'unknown'}` : `by ${signal}`;
  if (joined.length === 0) return { code: 'no-profile', message: `The program ended ${how} before profiling began` };
  return { code: 'no-profile', message: `The program ended ${how} before its profile could be written` };
};
