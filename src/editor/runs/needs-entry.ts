import { entryShare, idleEntryShare } from '../../session/index.ts';
import type { Analysis } from '../../session/index.ts';

/**
 * A module that only exports leaves nothing to see. An entry that only imports others does not need another one (their
 * functions ran), nor does a program that mostly waited.
 */
export function needsEntry(analysis: Analysis, file: string): boolean {
  const others = analysis.functions.some(({ category, totalShare }) => category === 'own' && totalShare >= idleEntryShare);
  return !others && entryShare(analysis, file) < idleEntryShare && analysis.idleMs < analysis.durationMs / 2;
}
