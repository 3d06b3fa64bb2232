import type { Problem } from '../core/model/problem.ts';
import { resolveSource } from '../core/sourcemap/resolve-source.ts';
import { parseSourceMap } from '../core/sourcemap/parse-source-map.ts';
import type { ScriptSource } from '../core/sourcemap/script-source.ts';
import { readLimit, readLimited } from './read-limited.ts';
import { nativeStyle, type RootGuard } from './root-guard.ts';

/** Builds write the script and its map one after the other; only a clearly older map is distrusted, ms. */
const ageTolerance = 2000;

interface MapText {
  readonly text: string;
  /** The file the map's sources are relative to. */
  readonly base: string;
  /** `null` for an inline map, which can't be of another age than its script. */
  readonly modifiedMs: number | null;
}

type Found = { readonly ok: true; readonly value: MapText } | { readonly ok: false; readonly problem: Problem };

const refuse = (code: string, message: string, file: string): { ok: false; problem: Problem } => ({ ok: false, problem: { code, message, file } });

const decodeDataUrl = (url: string): string | null => {
  const comma = url.indexOf(',');
  if (comma < 0) return null;
  if (/;base64$/i.test(url.slice(0, comma))) return Buffer.from(url.slice(comma + 1), 'base64').toString('utf8');
  try {
    return decodeURIComponent(url.slice(comma + 1));
  } catch {
    return null;
  }
};

const readInline = (url: string, script: string): Found => {
  // Base 64 grows its content by a third.
  if (url === 'data:,' || url.length > (readLimit * 4) / 3) return refuse('source-map-too-large', `The inline source map is too large and was not used`, script);
  const text = decodeDataUrl(url);
  if (text === null) return refuse('source-map-invalid', 'The inline source map could not be decoded', script);
  return { ok: true, value: { text, base: script, modifiedMs: null } };
};

const readExternal = (url: string, script: string, guard: RootGuard): Found => {
  const path = resolveSource(url, script, nativeStyle);
  if (path === null) return refuse('source-map-remote', 'The source map is not a file of this machine, so it was not fetched', script);
  const target = guard.resolve(path);
  if (target === null) return refuse('source-map-outside', 'The source map lies outside the workspace, so it was not read', script);
  const read = readLimited(target);
  if (!read.ok) return refuse('source-map-unreadable', `The source map was not used: ${read.reason}`, path);
  return { ok: true, value: { text: read.bytes.toString('utf8'), base: path, modifiedMs: read.modifiedMs } };
};

/** Names the sources that lie inside the roots; the others become `null` and are told once a script. */
const allowSources = (sources: readonly (string | null)[], base: string, guard: RootGuard): { files: (string | null)[]; outside: number; foreign: number } => {
  let [outside, foreign] = [0, 0];
  const files = sources.map((source) => {
    const path = source === null ? null : resolveSource(source, base, nativeStyle);
    if (path === null) foreign++;
    else if (guard.resolve(path) === null) outside++;
    else return path;
    return null;
  });
  return { files, outside, foreign };
};

const sourceProblems = ({ outside, foreign }: { outside: number; foreign: number }, file: string): Problem[] => [
  ...(outside > 0 ? [{ code: 'source-outside', message: `Sources of the source map that lie outside the workspace: ${outside}; their functions stay on the generated file`, file }] : []),
  ...(foreign > 0 ? [{ code: 'source-not-a-file', message: `Sources of the source map that are not files of this machine: ${foreign}; their functions stay on the generated file`, file }] : []),
];

/** A script's map, or `generated` with the reason. `script` is its absolute path, `modifiedMs` the file's time when it was read. */
export const readSourceMap = (url: string, script: string, modifiedMs: number | null, guard: RootGuard): { source: ScriptSource; problems: Problem[] } => {
  const found = /^data:/i.test(url) ? readInline(url, script) : readExternal(url, script, guard);
  if (!found.ok) return { source: { kind: 'generated' }, problems: [found.problem] };
  const { text, base } = found.value;
  if (found.value.modifiedMs !== null && modifiedMs !== null && found.value.modifiedMs + ageTolerance < modifiedMs) {
    const message = 'The source map is older than the script it describes, so it was not used; build again';
    return { source: { kind: 'generated' }, problems: [{ code: 'source-map-stale', message, file: base }] };
  }
  const parsed = parseSourceMap(text);
  if (!parsed.ok) return { source: { kind: 'generated' }, problems: [{ ...parsed.problem, file: base }] };
  const allowed = allowSources(parsed.value.sources, base, guard);
  const problems = [...parsed.problems.map((problem) => ({ ...problem, file: base })), ...sourceProblems(allowed, base)];
  return { source: { kind: 'mapped', map: parsed.value, files: allowed.files }, problems };
};
