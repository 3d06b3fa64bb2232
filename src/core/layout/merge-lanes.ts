import type { FlameFunctions, FlameLane } from '../model/flame-data.ts';
import { PairTable } from '../model/pair-table.ts';
import { categories } from '../model/profile.ts';
import { isMerged } from './is-merged.ts';

const firstMetaCategory = categories.indexOf('gc');

/** Who called whom, without times. Parents before children, row 0 is the root. */
export interface Calls {
  readonly length: number;
  /** -1 for the root. */
  readonly parent: Int32Array;
  /** Row of `FlameData.functions`. */
  readonly func: Int32Array;
}

/** The calls of some lanes as one tree. */
export interface MergedCalls extends Calls {
  /** By lane of the scope, by node: the row that has its own time; -1 = none has. */
  readonly rowOf: readonly Int32Array[];
}

/** Frames of one function under the same callers become one row; linear in the nodes. */
export function mergeLanes(lanes: readonly FlameLane[], functions: FlameFunctions): MergedCalls {
  const [first] = lanes;
  if (lanes.length === 1 && isMerged(first, functions)) return { ...first.nodes, rowOf: [countUp(first.nodes.length)] };
  return mergeNodes(lanes, functions);
}

/** 0, 1, 2 and on. */
function countUp(length: number): Int32Array {
  const rows = new Int32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}

function mergeNodes(lanes: readonly FlameLane[], { category }: FlameFunctions): MergedCalls {
  const calls = new PairTable(lanes.reduce((sum, { nodes }) => sum + nodes.length, 0));
  const rowOf = lanes.map(({ nodes: { length, parent, func } }) => {
    const rows = new Int32Array(length);
    for (let node = 1; node < length; node++) {
      const caller = rows[parent[node]];
      // A hidden frame counts for (program), and so may its caller: that is one frame.
      const same = caller > 0 && calls.secondOf(caller - 1) === func[node] && category[func[node]] >= firstMetaCategory;
      rows[node] = same ? caller : calls.row(caller, func[node]) + 1;
    }
    return rows;
  });
  return { ...listCalls(calls), rowOf };
}

/** Pairs of (caller, function), in the order of first sight, as rows 1 and on. */
export function listCalls({ length, first, second }: PairTable, root = 0): Calls {
  const parent = new Int32Array(length + 1);
  const func = new Int32Array(length + 1);
  parent.set(first, 1);
  func.set(second, 1);
  parent[0] = -1;
  func[0] = root;
  return { length: length + 1, parent, func };
}
