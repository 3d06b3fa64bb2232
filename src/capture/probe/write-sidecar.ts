import { type ProbeSidecar, probeVersion } from '../../protocol/probe.ts';
import { join, program, stringify } from './originals.ts';
import { writeFileWhole } from './write-file.ts';

/** What differs between the threads of a process. Times in ms. */
export type SidecarFacts = Omit<ProbeSidecar, 'version' | 'pid' | 'parentPid' | 'argv' | 'nodeVersion'>;

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
