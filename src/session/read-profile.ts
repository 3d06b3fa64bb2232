import { hideFunctions } from '../core/model/hide-functions.ts';
import type { LocatedProfile } from '../core/model/located.ts';
import type { NamedProfile } from '../core/model/named-profile.ts';
import type { Problem } from '../core/model/problem.ts';
import type { RecordingFacts } from '../core/model/summarize-profile.ts';
import { locateProfile } from '../core/sourcemap/locate-profile.ts';
import type { ProbeSidecar } from '../protocol/probe.ts';
import type { ReadInput } from '../protocol/worker.ts';
import { isHiddenUrl } from './is-hidden-url.ts';
import { readProfileFile, type ReadChunk } from './read-profile-file.ts';
import { nativeStyle } from './root-guard.ts';
import { readScriptSources } from './script-sources.ts';

/** A profile of a file with its positions led back to the sources. */
export interface LocatedThread extends Omit<NamedProfile, 'profile'> {
  readonly located: LocatedProfile;
}

/** The profiles of a file that add up, at least one; problems carry their file. */
export type ReadProfile =
  | { readonly ok: true; readonly threads: readonly [LocatedThread, ...LocatedThread[]]; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/** What `analyze` takes of one profile. */
export interface LocatedRecording {
  readonly located: LocatedProfile;
  readonly summary: RecordingFacts;
}

/** What one path of a request gave: a lone file or every profile of a folder. */
export interface ReadPath {
  readonly input: ReadInput;
  readonly recordings: readonly LocatedRecording[];
  readonly problems: readonly Problem[];
}

export async function readProfile(path: string, sidecar: ProbeSidecar | null, roots: readonly string[], readChunk?: ReadChunk): Promise<ReadProfile> {
  const parsed = await readProfileFile(path, readChunk);
  if (!parsed.ok) return parsed;
  const [first, ...others] = parsed.value;
  const same = others.filter(({ value, profile }) => value === first.value && profile.unit === first.profile.unit);
  const problems = [...parsed.problems, ...tellOthers(parsed.value, first.value, path), ...tellWallTime(first, path)];
  const locate = async ({ profile: recorded, ...name }: NamedProfile): Promise<LocatedThread> => {
    const profile = hideFunctions(recorded, isHiddenUrl);
    const { scripts, problems: found } = await readScriptSources(profile, sidecar, roots);
    // Threads of a file share their scripts.
    problems.push(...found.filter(({ code, file }) => !problems.some((known) => known.code === code && known.file === file)));
    return { ...name, located: locateProfile(profile, scripts, nativeStyle) };
  };
  const threads: [LocatedThread, ...LocatedThread[]] = [await locate(first)];
  for (const named of same) threads.push(await locate(named));
  return { ok: true, threads, problems };
}

/** Two kinds of bytes, say, don't add up: the first is shown. How many samples or objects they were needs no word. */
function tellOthers(all: readonly NamedProfile[], shown: string, file: string): Problem[] {
  const values = [...new Set(all.filter(({ profile }) => profile.unit !== 'count').map(({ value }) => value))].filter((value) => value !== shown);
  return values.length === 0 ? [] : [{ code: 'other-values', message: `The file counts several things; ${shown} is shown, not ${values.join(', ')}`, file }];
}

/** pprof's name for the time that passed; waiting is in it, so nothing of ours may call it CPU time. */
function tellWallTime({ value, profile: { unit } }: NamedProfile, file: string): Problem[] {
  const isWall = unit === 'microseconds' && /^wall(?:[ _-]?time)?$/i.test(value);
  return isWall ? [{ code: 'wall-time', message: 'The file counts wall time: waiting is in it', file }] : [];
}
