import { controlFiles, processLimit } from '../../protocol/probe.ts';
import { join, program, readdirSync, stringify, writeFileSync } from './originals.ts';

/**
 * Announces this process to the launcher by `<pid>-<seq>.live`. Returns the sequence number of its files (a process that
 * replaces itself keeps its pid), or `null` when the run has its fill of processes and this one stays unprofiled.
 */
export const joinRun = (folder: string): number | null => {
  const taken = readdirSync(folder).filter((name) => name.endsWith('.live'));
  if (taken.length >= processLimit) {
    writeFileSync(join(folder, controlFiles.limit), '', { mode: 0o600 });
    return null;
  }
  let seq = 1;
  while (taken.includes(`${program.pid}-${seq}.live`)) seq++;
  const marker = stringify({ pid: program.pid, parentPid: program.ppid });
  writeFileSync(join(folder, `${program.pid}-${seq}.live`), marker, { flag: 'wx', mode: 0o600 });
  return seq;
};
