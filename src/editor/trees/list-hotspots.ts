import type { Analysis, Category, FunctionTime } from '../../session/index.ts';
import type { ShownValue } from '../decorations/compute-marks.ts';

/** Rows past this many are noise; the report of the command line has them all. */
const mostRows = 200;

/** What can be left out together: native code is Node's. */
export const hotspotGroups = [
  { label: 'Own code', categories: ['own'] },
  { label: 'Dependencies', categories: ['dependency'] },
  { label: 'Node', categories: ['node', 'native'] },
] as const satisfies readonly { label: string; categories: readonly Category[] }[];

/** The functions of the hotspots view in its order, and how many were cut. */
export function listHotspots({ functions }: Analysis, shown: ShownValue, hidden: ReadonlySet<string>): { readonly rows: readonly FunctionTime[]; readonly more: number } {
  const value = (row: FunctionTime): number => (shown === 'self' ? row.selfMs : row.totalMs);
  const rows = functions.filter((row) => !hidden.has(row.category) && value(row) > 0).sort((a, b) => value(b) - value(a));
  return { rows: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) };
}
