import type { Profiler, Session } from 'node:inspector';
import type { ScriptSidecar } from '../../protocol/probe.ts';
import { loadModule, program, readFileSync } from './originals.ts';
import { readScriptFunctions } from './read-script-functions.ts';

/** The CPU profiler of the thread it is made in. */
export interface Recorder {
  /** `isLate`: the program has run before. */
  start(intervalUs: number, isLate: boolean): void;
  /** `null` when nothing was recorded. */
  stop(): Profiler.Profile | null;
  /** The project's scripts, only those the profile names when there is one. Call after `stop`: an enabled debugger slows down. */
  scripts(profile: Profiler.Profile | null, project: string): ScriptSidecar[];
}

/** Inline source maps beyond this become `data:,`; the lines are then the generated file's. */
const mapLimit = 32 << 20;
/** Scripts without a sample are listed too, for what of them was inlined, up to this number. */
const unnamedLimit = 300;

const hashFile = (file: string): string => {
  try {
    const { createHash }: typeof import('node:crypto') = loadModule('node:crypto');
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return '';
  }
};

const toFile = (url: string): string => {
  if (!url.startsWith('file:')) return url;
  try {
    const { fileURLToPath }: typeof import('node:url') = loadModule('node:url');
    return fileURLToPath(url);
  } catch {
    return '';
  }
};

/** Windows keeps the case of a path but does not mind it. */
const isBelow = (file: string, folder: string): boolean =>
  program.platform === 'win32' ? file.toLowerCase().startsWith(folder.toLowerCase()) : file.startsWith(folder);

const isOwn = (url: string, project: string): boolean => {
  if (url === '' || url.startsWith('node:')) return false;
  const file = toFile(url);
  return isBelow(file, project) && !/[\\/]node_modules[\\/]/.test(file);
};

const collectScripts = (session: Session, profile: Profiler.Profile | null, project: string): ScriptSidecar[] => {
  const named = new Set<string>();
  for (const { callFrame } of profile?.nodes ?? []) named.add(callFrame.scriptId);
  const scripts: ScriptSidecar[] = [];
  let unnamed = 0;
  session.on('Debugger.scriptParsed', ({ params: { scriptId, url, sourceMapURL = '', endLine } }) => {
    if (!isOwn(url, project)) return;
    if (profile !== null && !named.has(scriptId) && unnamed++ >= unnamedLimit) return;
    const sourceMapUrl = sourceMapURL.length > mapLimit ? 'data:,' : sourceMapURL;
    scripts.push({ scriptId, url, sourceMapUrl, diskHash: hashFile(toFile(url)), lines: endLine + 1 });
  });
  session.post('Debugger.enable');
  const functions = readScriptFunctions(session, new Set(scripts.map(({ scriptId }) => scriptId)));
  session.post('Debugger.disable');
  return scripts.map((script) => ({ ...script, functions: functions.get(script.scriptId) ?? [] }));
};

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
  return {
    start(intervalUs, isLate) {
      session.post('Profiler.enable');
      if (isLate) forgetOptimised(session);
      session.post('Profiler.setSamplingInterval', { interval: intervalUs });
      session.post('Profiler.start');
    },
    stop() {
      let profile: Profiler.Profile | null = null;
      // In-process answers come before `post` returns.
      session.post('Profiler.stop', (error, result) => {
        if (error === null) profile = result.profile;
      });
      session.post('Profiler.disable');
      return profile;
    },
    scripts: (profile, project) => collectScripts(session, profile, project),
  };
};
