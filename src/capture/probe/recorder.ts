import type { Profiler, Session } from 'node:inspector';
import type { ScriptSidecar } from '../../protocol/probe.ts';
import { loadModule, program } from './originals.ts';
import { describeScripts, listScripts, type ParsedScript, selectScripts } from './read-scripts.ts';

/** The CPU profiler of the thread it is made in. */
export interface Recorder {
  /** `isLate`: the program has run before. */
  start(intervalUs: number, isLate: boolean): void;
  /** `null` when nothing was recorded. The program must be over: from here on a debugger is enabled, which slows it down. */
  stop(project: string): Profiler.Profile | null;
  /** The project's scripts, those of the profile first when there is one. */
  scripts(profile: Profiler.Profile | null, project: string): ScriptSidecar[];
}

/**
 * V8 names code by what it saw compiled while profiling, and leaves out loops that it optimised in mid-run before: their
 * samples would count for the caller. Turning precise coverage on throws all optimised code away; hot code is compiled anew.
 */
const forgetOptimised = (session: Session): void => {
  // The mode of coverage belongs to the whole process: the program's own must stay on.
  if (program.env['NODE_V8_COVERAGE']) return;
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  session.post('Profiler.stopPreciseCoverage');
};

/** Throws when this Node has no inspector or forbids it (`--permission`). */
export const createRecorder = (): Recorder => {
  const inspector: typeof import('node:inspector') = loadModule('node:inspector');
  const session = new inspector.Session();
  session.connect();
  let listed: readonly ParsedScript[] | null = null;
  return {
    start(intervalUs, isLate) {
      session.post('Profiler.enable');
      if (isLate) forgetOptimised(session);
      session.post('Profiler.setSamplingInterval', { interval: intervalUs });
      session.post('Profiler.start');
    },
    stop(project) {
      // Before the profile: that makes garbage, and a script may go with it.
      listed = listScripts(session, project);
      let profile: Profiler.Profile | null = null;
      // In-process answers come before `post` returns.
      session.post('Profiler.stop', (error, result) => {
        if (error === null) profile = result.profile;
      });
      session.post('Profiler.disable');
      return profile;
    },
    scripts: (profile, project) => describeScripts(session, selectScripts(listed ?? listScripts(session, project), profile, project)),
  };
};
