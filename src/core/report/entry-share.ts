import type { Analysis } from '../model/analysis.ts';

/** Below this the advice is to profile the entry that imports the file. */
export const idleEntryShare = 0.01;

/**
 * Share of the non-idle time during which a function of `file` (absolute) was on the stack: that of the heaviest one. Total, not
 * self: an entry that only calls others did run; a module that only exports did not.
 */
export function entryShare({ functions }: Analysis, file: string): number {
  return functions.reduce((share, entry) => (entry.file === file ? Math.max(share, entry.totalShare) : share), 0);
}
