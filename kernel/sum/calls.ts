import { add, countRows, findRow } from './pairs';
import { place } from './room';

/**
 * Adds the total times of one profile: by function, `totals` (f64), and by call, `edges`. Recursion counts once: only the outermost
 * frame of a function, or call along an edge, adds what is below it.
 * @param parent row of the caller by node (i32), parents first
 * @param rows row of the function by node (i32), -1 for a meta frame
 * @param self µs by node (f64)
 */
export function sumCalls(length: i32, parent: i32, rows: i32, self: i32, totals: i32, functions: i32, edges: i32): void {
  const us = place(length << 3);
  const size = place(length << 2);
  measureSubtrees(length, parent, self, us, size);
  const edgeOf = place(length << 2);
  numberEdges(length, parent, rows, edges, edgeOf);
  addTotals(length, orderDepthFirst(length, parent, size), rows, us, size, totals, place(functions << 2), edges, edgeOf, place(countRows(edges) << 2));
}

function measureSubtrees(length: i32, parent: i32, self: i32, us: i32, size: i32): void {
  memory.copy(us, self, length << 3);
  for (let node = 0; node < length; node++) store<i32>(size + (node << 2), 1);
  for (let node = length - 1; node > 0; node--) {
    const above = load<i32>(parent + (node << 2));
    const usCell = us + (above << 3);
    const sizeCell = size + (above << 2);
    store<f64>(usCell, load<f64>(usCell) + load<f64>(us + (node << 3)));
    store<i32>(sizeCell, load<i32>(sizeCell) + load<i32>(size + (node << 2)));
  }
}

/** Row of `edges` + 1 by node; 0 where the node or its caller is a meta frame. */
function numberEdges(length: i32, parent: i32, rows: i32, edges: i32, edgeOf: i32): void {
  for (let node = 1; node < length; node++) {
    const caller = load<i32>(rows + (load<i32>(parent + (node << 2)) << 2));
    const callee = load<i32>(rows + (node << 2));
    if (caller >= 0 && callee >= 0) store<i32>(edgeOf + (node << 2), findRow(edges, caller, callee) + 1);
  }
}

/** The node at place `p` is followed by all below it, up to place `p + size[node]`. */
function orderDepthFirst(length: i32, parent: i32, size: i32): i32 {
  const order = place(length << 2);
  /** By node: the place of the next child. */
  const next = place(length << 2);
  store<i32>(next, 1);
  for (let node = 1; node < length; node++) {
    const nextOfParent = next + (load<i32>(parent + (node << 2)) << 2);
    const at = load<i32>(nextOfParent);
    store<i32>(order + (at << 2), node);
    store<i32>(next + (node << 2), at + 1);
    store<i32>(nextOfParent, at + load<i32>(size + (node << 2)));
  }
  return order;
}

/** A frame is the outermost of its function if it stands behind all below the last one that was. */
function addTotals(length: i32, order: i32, rows: i32, us: i32, size: i32, totals: i32, openUntil: i32, edges: i32, edgeOf: i32, callOpenUntil: i32): void {
  for (let at = 0; at < length; at++) {
    const node = load<i32>(order + (at << 2));
    const end = at + load<i32>(size + (node << 2));
    const time = load<f64>(us + (node << 3));
    const row = load<i32>(rows + (node << 2));
    if (row >= 0 && at >= load<i32>(openUntil + (row << 2))) {
      store<i32>(openUntil + (row << 2), end);
      store<f64>(totals + (row << 3), load<f64>(totals + (row << 3)) + time);
    }
    const edge = load<i32>(edgeOf + (node << 2)) - 1;
    if (edge >= 0 && at >= load<i32>(callOpenUntil + (edge << 2))) {
      store<i32>(callOpenUntil + (edge << 2), end);
      add(edges, edge, time, 0);
    }
  }
}
