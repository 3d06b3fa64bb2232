import { hideFunctions } from '../core/model/hide-functions.ts';
import type { LocatedProfile } from '../core/model/located.ts';
import type { Problem } from '../core/model/problem.ts';
import type { RecordingFacts } from '../core/model/summarize-profile.ts';
import { locateProfile } from '../core/sourcemap/locate-profile.ts';
import type { ProbeSidecar } from '../protocol/probe.ts';
import type { ReadInput } from '../protocol/worker.ts';
import { isProbeUrl } from './is-probe-url.ts';
import { readProfileFile, type ReadChunk } from './read-profile-file.ts';
import { nativeStyle } from './root-guard.ts';
import { readScriptSources } from './script-sources.ts';

/** A profile with its positions led back to the sources; problems carry their file. */
export type ReadProfile =
  | { readonly ok: true; readonly located: LocatedProfile; readonly problems: readonly Problem[] }
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
  const parsed = readProfileFile(path, readChunk);
  if (!parsed.ok) return parsed;
  const profile = hideFunctions(parsed.value, isProbeUrl);
  const { scripts, problems } = await readScriptSources(profile, sidecar, roots);
  return { ok: true, located: locateProfile(profile, scripts, nativeStyle), problems: [...parsed.problems, ...problems] };
}
