import type { Parsed, Problem } from '../../model/problem.ts';
import { buildProfile } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import { assembleParts } from './assemble-parts.ts';
import { ProfileDocument } from './profile-document.ts';

/** Takes a `.cpuprofile` file in pieces of any size, cut anywhere. */
export interface CpuProfileReader {
  push(chunk: Uint8Array): void;
  end(): Parsed<Profile>;
}

export function createCpuProfileReader(): CpuProfileReader {
  const document = new ProfileDocument();
  const { window } = document.state;
  /** Unread bytes worth another try: twice what did not suffice, so that tiny chunks don't read a long node again and again. */
  let worthTrying = 1;
  return {
    push(chunk) {
      for (let from = 0; from < chunk.length && document.fault === null; ) {
        from += window.append(chunk, from);
        if (window.limit - window.position < worthTrying) continue;
        document.run(false);
        worthTrying = (window.limit - window.position) * 2;
      }
    },
    end() {
      if (document.fault === null) document.run(true);
      const finished = finish(document);
      document.state.kernel.giveBack();
      return finished;
    },
  };
}

export function parseCpuProfile(bytes: Uint8Array): Parsed<Profile> {
  const reader = createCpuProfileReader();
  reader.push(bytes);
  return reader.end();
}

function finish(document: ProfileDocument): Parsed<Profile> {
  const problem = refusal(document);
  if (problem !== null) return { ok: false, problem };
  const assembled = assembleParts(document);
  if ('problem' in assembled) return { ok: false, problem: assembled.problem };
  const { profile, problems } = buildProfile(assembled.parts);
  return { ok: true, value: profile, problems: [...assembled.problems, ...problems] };
}

/** Why no profile can be made of it, if so. */
function refusal(document: ProfileDocument): Problem | null {
  const { state, fault, ended, started } = document;
  const { total } = state.window;
  const hasNodes = state.nodes.length > 0;
  if (fault !== null) return fault;
  if (hasNodes) return null;
  if (!started) return { code: 'empty-file', message: 'The file is empty', byte: total };
  return ended
    ? { code: 'missing-field', message: 'This JSON is not a CPU profile: it has no nodes', field: 'nodes' }
    : { code: 'truncated', message: 'The file is cut off before its first whole node', byte: total };
}
