import type { Problem } from '../core/model/problem.ts';
import { describeProblem } from '../core/report/describe-run.ts';
import { visibleText } from '../core/report/visible-text.ts';

/** Of the problems so many stand on the page; the log has them all. */
const most = 50;

/** Problems in words for the page, which sets them as they are. */
export const tellProblems = (problems: readonly Problem[], showFile: (file: string) => string): readonly string[] =>
  problems.slice(0, most).map((problem) => visibleText(describeProblem(problem, showFile), 400));
