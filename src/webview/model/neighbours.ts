import type { MergedTree } from '../../core/layout/view.ts';
import { spanRows } from './span-rows.ts';
import type { Spans } from './span-rows.ts';

export interface Neighbour {
  readonly func: number;
  readonly total: number;
}

/** Who called one function and whom it called, heaviest first. */
export interface Neighbours {
  readonly callers: readonly Neighbour[];
  readonly callees: readonly Neighbour[];
}

const root = 0;

/** Recursion counted once: only the outermost call along the same edge adds; edges without time are left out. Linear in the rows of the tree. */
export function findNeighbours(tree: MergedTree, func: number): Neighbours {
  const spans = spanRows(tree);
  const callers = new EdgeSums(spans);
  const callees = new EdgeSums(spans);
  for (const row of inDepthFirstOrder(tree, func, spans)) {
    const caller = tree.parent[row];
    if (tree.func[row] === func && caller > root) callers.add(tree.func[caller], row, tree.total[row]);
    if (caller > root && tree.func[caller] === func) callees.add(tree.func[row], row, tree.total[row]);
  }
  return { callers: callers.heaviestFirst(), callees: callees.heaviestFirst() };
}

/** Rows of the function and those it called. */
function inDepthFirstOrder({ length, parent, func }: MergedTree, wanted: number, { place }: Spans): number[] {
  const rows: number[] = [];
  for (let row = 1; row < length; row++) {
    if (func[row] === wanted || func[parent[row]] === wanted) rows.push(row);
  }
  return rows.sort((a, b) => place[a] - place[b]);
}

class EdgeSums {
  private readonly spans: Spans;
  private readonly sums = new Map<number, { total: number; openUntil: number }>();

  constructor(spans: Spans) {
    this.spans = spans;
  }

  add(other: number, row: number, total: number): void {
    const { place, size } = this.spans;
    const sum = this.sums.get(other) ?? { total: 0, openUntil: 0 };
    if (place[row] < sum.openUntil) return;
    this.sums.set(other, { total: sum.total + total, openUntil: place[row] + size[row] });
  }

  heaviestFirst(): Neighbour[] {
    return [...this.sums].map(([func, { total }]) => ({ func, total })).filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
  }
}
