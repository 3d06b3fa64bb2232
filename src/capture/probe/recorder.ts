import type { Profiler, Session } from 'node:inspector';
import type { ScriptSidecar } from '../../protocol/probe.ts';
import { loadModule, readFileSync } from './originals.ts';

/** The CPU profiler of the thread it is made in. */
export interface Recorder {
  start(intervalUs: number): void;
  /** `null` when nothing was recorded. */
  stop(): Profiler.Profile | null;
  /** The project's scripts, only those the profile names when there is one. Call after `stop`: an enabled debugger slows down. */
  scripts(profile: Profiler.Profile | null, project: string): ScriptSidecar[];
}

/** Inline source maps beyond this become `data:,`; the lines are then the generated file's. */
const mapLimit = 32 << 20;

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

const collectScripts = (session: Session, profile: Profiler.Profile | null, project: string): ScriptSidecar[] => {
  const named = new Set<string>();
  for (const { callFrame } of profile?.nodes ?? []) named.add(callFrame.scriptId);
  const scripts: ScriptSidecar[] = [];
  session.on('Debugger.scriptParsed', ({ params: { scriptId, url, sourceMapURL = '', endLine } }) => {
    if ((profile !== null && !named.has(scriptId)) || url === '' || url.startsWith('node:')) return;
    const file = toFile(url);
    if (!file.startsWith(project) || /[\\/]node_modules[\\/]/.test(file)) return;
    const sourceMapUrl = sourceMapURL.length > mapLimit ? 'data:,' : sourceMapURL;
    scripts.push({ scriptId, url, sourceMapUrl, diskHash: hashFile(file), lines: endLine + 1 });
  });
  session.post('Debugger.enable');
  session.post('Debugger.disable');
  return scripts;
};

/** Throws when this Node has no inspector or forbids it (`--permission`). */
export const createRecorder = (): Recorder => {
  const inspector: typeof import('node:inspector') = loadModule('node:inspector');
  const session = new inspector.Session();
  session.connect();
  return {
    start(intervalUs) {
      session.post('Profiler.enable');
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
