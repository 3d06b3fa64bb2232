import type { Analysis } from '../core/model/analysis.ts';
import type { ProbeSidecar } from '../protocol/probe.ts';
import type { Problem } from './types.ts';

/** Node's own start and end lie outside the profile, ms. */
const edgeMs = 500;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Tells when the program's profile covers clearly less than was recorded: the machine slept, or V8 dropped samples. */
export const findShortProfile = ({ recordings }: Analysis, main: ProbeSidecar | null, runMs: number): Problem[] => {
  const covered = recordings[0]?.durationMs ?? 0;
  const expected = main && main.durationMs > 0 ? main.durationMs : runMs;
  if (covered >= 0.9 * expected - edgeMs) return [];
  return [{ code: 'profile-shorter-than-run', message: `The profile covers ${seconds(covered)} of the ${seconds(expected)} that were recorded` }];
};
