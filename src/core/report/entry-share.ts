import type { Analysis } from '../model/analysis.ts';
import type { Problem } from '../model/problem.ts';

/** Below this the advice is to profile the entry that imports the file. */
export const idleEntryShare = 0.01;

/**
 * Share of the non-idle time during which a function of `file` (absolute) was on the stack: that of the heaviest one. Total, not
 * self: an entry that only calls others did run; a module that only exports did not.
 */
export function entryShare({ functions }: Analysis, file: string): number {
  return functions.reduce((share, entry) => (entry.file === file ? Math.max(share, entry.totalShare) : share), 0);
}

/** Says so when a run that did not fail or mostly wait spent nearly nothing in its entry nor in other own code: the file only exports. `null` otherwise. */
export function findIdleEntry(analysis: Analysis, file: string): Problem | null {
  const [main] = analysis.recordings;
  if (main && (main.exitCode || main.signal !== null)) return null;
  const isOwnCodeSeen = analysis.functions.some(({ category, totalShare }) => category === 'own' && totalShare >= idleEntryShare);
  if (isOwnCodeSeen || entryShare(analysis, file) >= idleEntryShare || analysis.idleMs >= analysis.durationMs / 2) return null;
  return { code: 'idle-entry', message: 'Nothing of this file ran for long; profile the entry that imports it', file };
}
