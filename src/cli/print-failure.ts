import { resolve, sep } from 'node:path';
import { describeProblem, visibleText } from '../session/index.ts';
import type { Problem } from '../session/index.ts';

const longestLine = 2_000;

/** One line on stderr, whatever the text holds. */
export function printFailure(sentence: string): void {
  process.stderr.write(`${visibleText(sentence, longestLine)}\n`);
}

/** The path itself, or something below it; `runs2` is not inside `runs`. */
const isAtOrBelow = (file: string, path: string): boolean => file === path || file.startsWith(path.endsWith(sep) ? path : path + sep);

/** Which of the paths on the command line a problem is about. */
export const findTyped = (paths: readonly string[], { file }: Problem): string | undefined =>
  file === undefined ? undefined : paths.filter((path) => isAtOrBelow(file, resolve(path))).sort((a, b) => b.length - a.length)[0];

/** `<file>: <sentence> (place)`; what the user typed is shown as typed. */
export function printProblem(typed: string, { file, ...problem }: Problem): void {
  const asked = resolve(typed);
  const subject = file === undefined ? typed : isAtOrBelow(file, asked) ? typed + file.slice(asked.length) : file;
  printFailure(`${subject}: ${describeProblem(problem, (path) => path)}`);
}
