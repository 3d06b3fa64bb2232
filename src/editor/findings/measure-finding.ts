import type { FileHeat } from '../decorations/index-heat.ts';
import type { LocatedFinding } from './locate-finding.ts';

/**
 * CPU time of the lines a finding stands on, ms; `null` when none was seen there.
 * @param recordedLine leads a line of the text as it is to the text that was measured; 0 when it is another line now
 */
export function measureFinding({ line, endLine }: LocatedFinding, { lines }: FileHeat, recordedLine: (line: number) => number): number | null {
  const own = new Set<number>();
  for (let at = line; at <= endLine; at++) own.add(recordedLine(at));
  own.delete(0);
  const ms = lines.reduce((sum, entry) => sum + (own.has(entry.line) ? entry.selfMs : 0), 0);
  return ms > 0 ? ms : null;
}
