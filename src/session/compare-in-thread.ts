import { compareRuns } from '../core/compare/compare-runs.ts';
import { joinRuns } from '../core/compare/join-runs.ts';
import { usualMeasure } from '../core/compare/list-changes.ts';
import { tellTimes } from '../core/compare/tell-times.ts';
import type { FlameData } from '../core/model/flame-data.ts';
import type { Parsed, Problem } from '../core/model/problem.ts';
import type { CompareAnswer, CompareRequest } from '../protocol/compare.ts';
import type { ReadProgress } from '../protocol/worker.ts';
import { readRecordings } from './read-recordings.ts';

/** Runs in the analysis thread: reads both, matches their functions, and adds up what differs. */
export async function compareInThread({ before, after, roots, measure, columns }: CompareRequest, tell: (progress: ReadProgress) => void): Promise<CompareAnswer> {
  const earlier = await readColumns(before.path, roots, tell);
  if (!earlier.ok) return earlier;
  const later = await readColumns(after.path, roots, tell);
  if (!later.ok) return later;
  const joined = joinRuns(earlier.value, later.value);
  if (!joined.ok) return joined;
  const names = { before: before.label, after: after.label, problems: [...tellTimes(earlier.problems, later.problems), ...earlier.problems, ...later.problems] };
  const comparison = compareRuns(joined.value, measure ?? usualMeasure(joined.value.data.unit), names);
  return { ok: true, comparison, joined: columns ? joined.value : null };
}

async function readColumns(path: string, roots: readonly string[], tell: (progress: ReadProgress) => void): Promise<Parsed<FlameData>> {
  const { analysis, data, inputs: [input] } = await readRecordings({ paths: [path], roots, columns: true }, tell);
  if (!input.ok) return { ok: false, problem: { ...input.problem, file: input.problem.file ?? path } };
  if (!data) return { ok: false, problem: nothing(path) };
  return { ok: true, value: data, problems: analysis?.problems ?? [] };
}

const nothing = (file: string): Problem => ({ code: 'no-profile', message: 'The recording holds no profile that can be read', file });
