import type { Problem } from '../../core/model/problem.ts';
import { type ProbeNote, processLimit } from '../../protocol/probe.ts';
import type { RawFiles } from './raw-files.ts';

const messages: Readonly<Record<ProbeNote['code'], string>> = {
  'child-without-probe': 'A child process was started without our NODE_OPTIONS, so its time is not in the result',
  'permission-denied': 'A process ran with the permission model (--permission), which forbids profiling',
  'inspector-unavailable': 'A process ran without an inspector (as the runner of node --test does), so its time is not in the result',
  'loader-function-level': 'The loader puts a whole file on one line, so only functions can be told apart',
  'signals-unavailable': 'This Node.js does not let a thread watch for signals: a signal would have ended the run without a profile',
  'write-failed': 'A process could not write its profile, so its time is not in the result',
};

const count = (number: number, one: string, many: string): string => (number === 1 ? `One ${one}` : `${number} ${many}`);

/** The first stands for the others: a program may start hundreds. */
const nameChildren = ([first, ...others]: readonly string[]): string => {
  if (first === '') return '';
  return others.length === 0 ? `: ${first}` : `: ${first} and ${others.length} more`;
};

/** What the files of a run tell that the user should hear, each once. */
export const describeRunProblems = ({ threads, silent, joined, overflowed }: RawFiles, isAlive: (pid: number) => boolean): Problem[] => {
  const notes = [...threads.flatMap(({ facts }) => facts?.notes ?? []), ...silent.flatMap((sidecar) => sidecar.notes)];
  const problems: Problem[] = [];
  for (const [code, message] of Object.entries(messages)) {
    const details = new Set(notes.filter((note) => note.code === code).map(({ detail }) => detail));
    if (details.size === 0) continue;
    problems.push({ code, message: code === 'child-without-probe' ? `${message}${nameChildren([...details])}` : message });
  }
  if (overflowed) problems.push({ code: 'process-limit', message: `The run had more than ${processLimit} processes; the others are not in the result` });
  const left = joined.filter(({ pid }) => isAlive(pid)).length;
  if (left > 0) {
    problems.push({ code: 'process-left', message: `${count(left, 'process of the run goes', 'processes of the run go')} on in the background; what came later is not in the result` });
  }
  const lost = joined.filter(({ pid, finished }) => !finished && !isAlive(pid)).length;
  if (lost > 0) {
    problems.push({ code: 'profile-lost', message: `${count(lost, 'process', 'processes')} ended without handing over a profile (killed or crashed)` });
  }
  return problems;
};
