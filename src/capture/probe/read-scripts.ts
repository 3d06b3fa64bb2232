import type { Profiler, Session } from 'node:inspector';
import type { ScriptSidecar } from '../../protocol/probe.ts';
import { findCompiled } from './keep-compiled.ts';
import { loadModule, program, readFileSync } from './originals.ts';
import { readScriptFunctions } from './read-script-functions.ts';

/** Inline source maps beyond this become `data:,`; the lines are then the generated file's. */
const mapLimit = 32 << 20;
/** The functions of longer scripts are not told: reading them would take long at the program's end. */
const textLimit = 4 << 20;
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

export const isOwn = (url: string, project: string): boolean => {
  if (url === '' || url.startsWith('node:')) return false;
  const file = toFile(url);
  return isBelow(file, project) && !/[\\/]node_modules[\\/]/.test(file);
};

const shorten = (sourceMapUrl: string): string => (sourceMapUrl.length > mapLimit ? 'data:,' : sourceMapUrl);

export interface ParsedScript {
  readonly scriptId: string;
  readonly url: string;
  readonly sourceMapUrl: string;
  readonly lines: number;
  /** UTF-16 units. */
  readonly length: number;
}

/** V8 tells every script that is alive. The debugger stays enabled: it holds them, until `describeScripts`. */
export const listScripts = (session: Session, project: string): ParsedScript[] => {
  const scripts: ParsedScript[] = [];
  session.on('Debugger.scriptParsed', ({ params: { scriptId, url, sourceMapURL = '', endLine, length = 0 } }) => {
    if (isOwn(url, project)) scripts.push({ scriptId, url, sourceMapUrl: shorten(sourceMapURL), lines: endLine + 1, length });
  });
  session.post('Debugger.enable');
  return scripts;
};

/** Scripts that were sampled but are gone by now. */
const findLost = (scripts: readonly ParsedScript[], { nodes }: Profiler.Profile, project: string): ParsedScript[] => {
  const known = new Set(scripts.map(({ scriptId }) => scriptId));
  const lost: ParsedScript[] = [];
  for (const { callFrame: { scriptId, url } } of nodes) {
    if (known.has(scriptId) || !isOwn(url, project)) continue;
    known.add(scriptId);
    const text = findCompiled(toFile(url));
    if (text) lost.push({ scriptId, url, sourceMapUrl: shorten(text.sourceMapUrl), lines: text.lines, length: 0 });
  }
  return lost;
};

/** The scripts that the profile names first: of the others, which may have been inlined, only so many. */
export const selectScripts = (scripts: readonly ParsedScript[], profile: Profiler.Profile | null, project: string): readonly ParsedScript[] => {
  if (profile === null) return scripts;
  const named = new Set(profile.nodes.map(({ callFrame }) => callFrame.scriptId));
  const isNamed = ({ scriptId }: ParsedScript): boolean => named.has(scriptId);
  return [...scripts.filter(isNamed), ...findLost(scripts, profile, project), ...scripts.filter((script) => !isNamed(script)).slice(0, unnamedLimit)];
};

export const describeScripts = (session: Session, scripts: readonly ParsedScript[]): ScriptSidecar[] => {
  const readable = scripts.filter(({ length }) => length <= textLimit);
  const functions = readScriptFunctions(session, new Set(readable.map(({ scriptId }) => scriptId)));
  session.post('Debugger.disable');
  return scripts.map(({ scriptId, url, sourceMapUrl, lines }) => ({ scriptId, url, sourceMapUrl, lines, diskHash: hashFile(toFile(url)), functions: functions.get(scriptId) ?? [] }));
};
