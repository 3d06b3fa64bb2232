import { type EndReason, type ProbeNote, type ProbeSidecar, probeVersion, type ScriptSidecar } from '../../protocol/probe.ts';
import { join, program, stringify } from './originals.ts';
import { writeFileWhole } from './write-file.ts';

/** What differs between the threads of a process. Times in ms. */
export interface SidecarFacts {
  readonly threadId: number;
  readonly label: string;
  readonly intervalUs: number;
  readonly reason: EndReason;
  readonly signal: string | null;
  readonly durationMs: number;
  readonly probeCpuMs: number;
  readonly processCpuMs: number;
  readonly scripts: readonly ScriptSidecar[];
  readonly notes: readonly ProbeNote[];
}

/** Throws what `fs` throws. */
export const writeSidecar = (folder: string, name: string, facts: SidecarFacts): void => {
  const sidecar: ProbeSidecar = {
    version: probeVersion,
    pid: program.pid,
    parentPid: program.ppid,
    argv: program.argv,
    nodeVersion: program.version,
    ...facts,
  };
  writeFileWhole(join(folder, `${name}.json`), stringify(sidecar), folder);
};
