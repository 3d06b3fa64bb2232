import { resolve } from 'node:path';
import { describeProblem, visibleText } from '../session/index.ts';
import type { Problem } from '../session/index.ts';

const longestLine = 2_000;

/** One line on stderr, whatever the text holds. */
export function printFailure(sentence: string): void {
  process.stderr.write(`${visibleText(sentence, longestLine)}\n`);
}

/** `<file>: <sentence> (place)`, the file as the user typed it. */
export function printProblem(typed: string, problem: Problem): void {
  const { file, ...rest } = problem;
  const inside = file?.startsWith(resolve(typed)) ? file.slice(resolve(typed).length) : '';
  printFailure(`${typed}${inside}: ${describeProblem(rest, (path) => path)}`);
}
