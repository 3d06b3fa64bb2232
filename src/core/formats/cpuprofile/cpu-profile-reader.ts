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
      return finish(document);
    },
  };
}

export function parseCpuProfile(bytes: Uint8Array): Parsed<Profile> {
  const reader = createCpuProfileReader();
  reader.push(bytes);
  return reader.end();
}

function finish(document: ProfileDocument): Parsed<Profile> {
  const { total } = document.state.window;
  const refuse = (problem: Problem): Parsed<Profile> => ({ ok: false, problem });
  if (total === 0) return refuse({ code: 'empty-file', message: 'The file is empty', byte: 0 });
  const unlike = !document.whole.has('nodes') && document.state.nodes.length === 0;
  if (document.fault !== null) {
    const { byte } = document.fault;
    if (unlike && document.kind !== '' && byte !== undefined) return refuse({ code: 'wrong-kind', message: document.kind, byte });
    return refuse(document.fault);
  }
  if (unlike && document.kind !== '') return refuse({ code: 'wrong-kind', message: document.kind, byte: 0 });
  if (document.ended && unlike) return refuse({ code: 'missing-field', message: 'This JSON is not a CPU profile: it has no nodes', field: 'nodes' });
  if (document.state.nodes.length === 0) {
    return document.ended
      ? refuse({ code: 'missing-field', message: 'The profile has no nodes', field: 'nodes' })
      : refuse({ code: 'truncated', message: 'The file ends before its first whole node', byte: total });
  }
  const parts = assembleParts(document);
  if ('problem' in parts) return refuse(parts.problem);
  const { profile, problems } = buildProfile(parts.parts);
  return { ok: true, value: profile, problems: [...parts.problems, ...problems] };
}
