import { endOf, startOf } from '../../../../src/core/layout/box-edges.ts';
import { mergeScope, scopeCalls, type ScopedCalls } from '../../../../src/core/layout/scoped-calls.ts';
import type { FlameBoxes, MergedTree, Transform, ViewScope } from '../../../../src/core/layout/view.ts';
import { buildFlameData } from '../../../../src/core/model/build-flame-data.ts';
import type { FlameData } from '../../../../src/core/model/flame-data.ts';
import type { LocatedProfile } from '../../../../src/core/model/located.ts';
import { locateProfile } from '../../../../src/core/sourcemap/locate-profile.ts';
import { type DrawOptions, profileFromText } from '../../../helpers/profile-fixture.ts';

export const flameFrom = (located: readonly LocatedProfile[]): FlameData =>
  buildFlameData(located.map((one) => ({
    located: one,
    summary: { label: 'main', pid: 1, threadId: 0, intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: 0, signal: null },
  })));

/** One lane for each drawing; see `drawProfile`. */
export const drawFlame = (drawings: readonly string[], options: DrawOptions = {}): FlameData =>
  flameFrom(drawings.map((text) => locateProfile(profileFromText(text, options), new Map(), 'posix')));

export const everything: ViewScope = { lanes: [], range: null, transforms: [] };
export const scopeOf = (data: FlameData, scope: Partial<ViewScope> = {}): ScopedCalls => scopeCalls(mergeScope(data, { ...everything, ...scope }, null));
export const transformed = (data: FlameData, ...transforms: readonly Transform[]): ScopedCalls => scopeOf(data, { transforms });

export const nameOf = ({ strings, functions }: FlameData, func: number): string => strings[functions.name[func]] || '(anonymous)';
export const rowNamed = (data: FlameData, name: string): number => Array.from({ length: data.functions.length }, (_, func) => nameOf(data, func)).indexOf(name);

/** Indented, siblings as ranked: `parse 3 (1)` is total and self, ms. */
export function printCalls(data: FlameData, { func, total, self, childStart, order }: MergedTree): string[] {
  const lines: string[] = [];
  const open = [{ row: 0, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { row, depth } = top;
    lines.push(`${'  '.repeat(depth)}${nameOf(data, func[row])} ${total[row] / 1000}${self[row] > 0 ? ` (${self[row] / 1000})` : ''}`);
    for (let at = childStart[row + 1] - 1; at >= childStart[row]; at--) open.push({ row: order[at], depth: depth + 1 });
  }
  return lines;
}

/** One line a depth: `main 0–3 | idle 4–5`, ms. */
export function printBoxes(data: FlameData, { func }: Pick<MergedTree, 'func'>, boxes: FlameBoxes): string[] {
  const { depth, rowStart, row } = boxes;
  return Array.from({ length: depth }, (_, level) =>
    Array.from({ length: rowStart[level + 1] - rowStart[level] }, (_, at) => rowStart[level] + at)
      .map((box) => `${nameOf(data, func[row[box]])} ${startOf(boxes, box) / 1000}–${endOf(boxes, box) / 1000}`).join(' | '));
}
