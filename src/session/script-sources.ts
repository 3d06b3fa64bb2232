import { createHash } from 'node:crypto';
import { fileUrlToPath, isAbsolutePath, normalizePath } from '../core/model/paths.ts';
import type { Problem } from '../core/model/problem.ts';
import { categories, type Profile } from '../core/model/profile.ts';
import type { ScriptSource } from '../core/sourcemap/script-source.ts';
import type { ProbeSidecar, ScriptSidecar } from '../protocol/probe.ts';
import { fitsText } from './fits-text.ts';
import { isHiddenUrl } from './is-hidden-url.ts';
import { readLimited } from './read-limited.ts';
import { readSourceMap } from './read-source-map.ts';
import { createRootGuard, nativeStyle, type RootGuard } from './root-guard.ts';

export interface ScriptSources {
  /** By V8's script id. */
  readonly scripts: Map<string, ScriptSource>;
  readonly problems: Problem[];
}

interface ReadScript {
  readonly source: ScriptSource;
  readonly problems: readonly Problem[];
}

const own = categories.indexOf('own');
const generated: ReadScript = { source: { kind: 'generated' }, problems: [] };

const pathOf = (url: string): string | null => fileUrlToPath(url, nativeStyle) ?? (isAbsolutePath(url, nativeStyle) ? normalizePath(url, nativeStyle) : null);

/** V8 takes the last comment of the script. */
const findMapUrl = (text: string): string => {
  const at = Math.max(text.lastIndexOf('//# sourceMappingURL='), text.lastIndexOf('//@ sourceMappingURL='));
  return at < 0 ? '' : (/^[^\s'"]*/.exec(text.slice(at + '//# sourceMappingURL='.length))?.[0] ?? '');
};

const changed = (file: string): Problem => ({ code: 'source-changed', message: 'The file is not what it was when it was profiled; lines may be off', file });

/** With what the probe saw: V8's own map reference, and the hash of the file at that time. */
const readRecorded = (entry: ScriptSidecar, path: string, guard: RootGuard): ReadScript => {
  const target = guard.resolve(path);
  const disk = target === null ? null : readLimited(target);
  const isChanged = entry.diskHash !== '' && disk?.ok === true && createHash('sha256').update(disk.bytes).digest('hex') !== entry.diskHash;
  const problems = isChanged ? [changed(path)] : [];
  if (entry.sourceMapUrl === '') return { source: { kind: 'original' }, problems };
  // A map beside a file that was built again since describes other positions than the measured ones.
  if (isChanged && !/^data:/i.test(entry.sourceMapUrl)) return { source: { kind: 'generated' }, problems };
  const read = readSourceMap(entry.sourceMapUrl, path, disk?.ok ? disk.modifiedMs : null, guard);
  return { source: read.source, problems: [...problems, ...read.problems] };
};

/** Without a sidecar the file on disk is all there is, and is believed only where the profile's positions fit it. */
const readUnrecorded = (profile: Profile, scriptId: number, path: string, guard: RootGuard): ReadScript => {
  const target = guard.resolve(path);
  const disk = target === null ? null : readLimited(target);
  if (disk === null || !disk.ok) return generated;
  const text = disk.bytes.toString('utf8');
  const fit = fitsText(profile, scriptId, text, /\.[cm]?tsx?$/i.test(path));
  if (fit !== 'fits') return { source: { kind: 'generated' }, problems: fit === 'differs' ? [changed(path)] : [] };
  const url = findMapUrl(text);
  return url === '' ? { source: { kind: 'original' }, problems: [] } : readSourceMap(url, path, disk.modifiedMs, guard);
};

interface OwnScript {
  readonly url: string;
  /** Index into the profile's strings; -1 = no function of it was sampled. */
  readonly text: number;
}

/** By V8's id. `node_modules` and Node's modules keep their generated positions. */
const ownScripts = ({ functions, strings }: Profile, recorded: ReadonlyMap<string, ScriptSidecar>): ReadonlyMap<string, OwnScript> => {
  const scripts = new Map<string, OwnScript>(Array.from(recorded, ([id, { url }]) => [id, { url, text: -1 }]));
  for (let row = 0; row < functions.length; row++) {
    const text = functions.scriptId[row];
    if (functions.category[row] === own) scripts.set(strings[text], { url: strings[functions.url[row]], text });
  }
  return scripts;
};

/**
 * Finds what each own script of a profile was made from. Scripts, maps and sources are followed only below `roots`
 * (absolute), by real path, up to a size; nothing is fetched. What can't be used leaves its functions where V8 saw them
 * and is told as a problem.
 */
export const readScriptSources = async (profile: Profile, sidecar: ProbeSidecar | null, roots: readonly string[]): Promise<ScriptSources> => {
  const guard = createRootGuard(roots);
  const recorded = new Map(sidecar?.scripts.map((entry) => [entry.scriptId, entry]));
  const scripts = new Map<string, ScriptSource>();
  const problems = new Map<string, Problem>();
  for (const [id, { url, text }] of ownScripts(profile, recorded)) {
    const entry = recorded.get(id);
    const path = isHiddenUrl(url) ? null : pathOf(url);
    if (path === null || (sidecar !== null && !entry)) continue;
    const read = entry ? readRecorded(entry, path, guard) : readUnrecorded(profile, text, path, guard);
    scripts.set(id, entry?.functions ? { ...read.source, url, functions: entry.functions } : read.source);
    // The same file may have been loaded more than once.
    for (const problem of read.problems) problems.set(`${problem.code} ${problem.file}`, problem);
  }
  return { scripts, problems: [...problems.values()] };
};
