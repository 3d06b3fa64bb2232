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

/**
 * The functions of the hotspots view in its order, and how many were cut. By total time own code stands first: everything above
 * it on the stack (the module loader, the event loop) has nearly the whole run as its total.
 */
export function listHotspots({ functions }: Analysis, shown: ShownValue, hidden: ReadonlySet<string>): { readonly rows: readonly FunctionTime[]; readonly more: number } {
  const value = (row: FunctionTime): number => (shown === 'self' ? row.selfMs : row.totalMs);
  const rank = ({ category }: FunctionTime): number => (shown === 'total' && category !== 'own' ? 1 : 0);
  const rows = functions.filter((row) => !hidden.has(row.category) && value(row) > 0).sort((a, b) => rank(a) - rank(b) || value(b) - value(a));
  return { rows: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) };
}
