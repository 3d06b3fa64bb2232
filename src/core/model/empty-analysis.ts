import type { Analysis } from './analysis.ts';
import type { Problem } from './problem.ts';
import { categories } from './profile.ts';

/** The result of a run that left no profile: nothing but why. */
export const emptyAnalysis = (problem: Problem): Analysis => ({
  unit: 'microseconds',
  recordings: [],
  durationMs: 0,
  idleMs: 0,
  categories: categories.map((name) => ({ name, selfMs: 0 })),
  functions: [],
  lines: [],
  problems: [problem],
});
