import type { Problem } from '../../model/problem.ts';
import { orderNodes } from '../../model/order-nodes.ts';
import type { NodeTable } from './node-table.ts';

/** Sound rows for the model, and how to find a node's row by its id. */
export interface LinkedNodes {
  readonly parent: Int32Array;
  /** New row → row in the file; `null` if they are the same. */
  readonly order: Int32Array | null;
  /** Row of a node id, -1 if there is none. */
  readonly rowOf: (id: number) => number;
}
export type Linked = LinkedNodes | { readonly problem: Problem };

/** Makes rows of ids. In a truncated file callees may be missing. */
export function linkNodes(nodes: NodeTable, truncated: boolean): Linked {
  const linked = linkInOrder(nodes);
  if (linked !== null) return linked;
  const rows = indexIds(nodes);
  if (typeof rows === 'number') return { problem: { code: 'duplicate-id', message: `Two nodes have the id ${nodes.id[rows]}`, field: `nodes[${rows}].id` } };
  const parent = new Int32Array(nodes.length).fill(-1);
  const problem = linkChildren(nodes, rows, parent, truncated) ?? linkParents(nodes, rows, parent) ?? checkRoot(parent);
  if (problem !== null) return { problem };
  const order = orderNodes(parent);
  if (order === null) return { parent, order, rowOf: rows };
  if (order.length < parent.length) return { problem: cycleProblem(parent, order) };
  return reorder(parent, order, rows);
}

/**
 * Links nodes that come V8's way, in one pass: ids dense, each caller before its callees, each callee named once. `null` for
 * anything else; the general way then finds out what it is.
 */
function linkInOrder({ length, id, childIds, childEnd, parentIds }: NodeTable): LinkedNodes | null {
  // Each node but the first has a caller before it; as many callees are named, so none twice and none is missing.
  if (parentIds.size > 0 || childIds.length !== length - 1) return null;
  const { values } = childIds;
  const parent = new Int32Array(length);
  /** By id: row + 1 of the node, and of its caller. */
  const rows = new Int32Array(denseIds(length));
  const callers = new Int32Array(rows.length);
  for (let row = 0, at = 0; row < length; row++) {
    const own = id[row];
    if (own >= rows.length || rows[own] !== 0 || (callers[own] === 0) !== (row === 0)) return null;
    rows[own] = row + 1;
    parent[row] = callers[own] - 1;
    for (const end = childEnd[row]; at < end; at++) callers[values[at]] = row + 1;
  }
  return { parent, order: null, rowOf: (value) => (value < rows.length ? rows[value] - 1 : -1) };
}

/** Ids below this are looked up in a table. */
function denseIds(length: number): number {
  return length * 4 + 1024;
}

/** Row by id as a table while ids are dense, as V8's are; the row of a duplicate if there is one. */
function indexIds({ id, length }: NodeTable): ((id: number) => number) | number {
  let largest = 0;
  for (let row = 0; row < length; row++) largest = Math.max(largest, id[row]);
  if (largest >= denseIds(length)) return indexSparseIds(id, length);
  const rows = new Int32Array(largest + 1).fill(-1);
  for (let row = 0; row < length; row++) {
    if (rows[id[row]] >= 0) return row;
    rows[id[row]] = row;
  }
  return (value) => (value <= largest ? rows[value] : -1);
}

function indexSparseIds(ids: Uint32Array, length: number): ((id: number) => number) | number {
  const rows = new Map<number, number>();
  for (let row = 0; row < length; row++) {
    if (rows.has(ids[row])) return row;
    rows.set(ids[row], row);
  }
  return (value) => rows.get(value) ?? -1;
}

function linkChildren(nodes: NodeTable, rowOf: (id: number) => number, parent: Int32Array, truncated: boolean): Problem | null {
  for (let row = 0, at = 0; row < nodes.length; row++) {
    const start = at;
    for (const end = nodes.childEnd[row]; at < end; at++) {
      const child = rowOf(nodes.childIds.values[at]);
      if (child < 0 && truncated) continue;
      const field = (): string => `nodes[${row}].children[${at - start}]`;
      if (child < 0) return { code: 'unknown-id', message: `No node has the id ${nodes.childIds.values[at]}`, field: field() };
      if (child === row) return { code: 'cycle', message: 'A node is its own caller', field: field() };
      if (parent[child] >= 0) return { code: 'two-callers', message: `The node ${nodes.childIds.values[at]} has two callers`, field: field() };
      parent[child] = row;
    }
  }
  return null;
}

function linkParents(nodes: NodeTable, rowOf: (id: number) => number, parent: Int32Array): Problem | null {
  for (const [row, id] of nodes.parentIds) {
    const field = `nodes[${row}].parent`;
    const caller = rowOf(id);
    if (caller < 0) return { code: 'unknown-id', message: `No node has the id ${id}`, field };
    if (caller === row) return { code: 'cycle', message: 'A node is its own caller', field };
    if (parent[row] >= 0 && parent[row] !== caller) return { code: 'two-callers', message: `The node ${nodes.id[row]} has two callers`, field };
    parent[row] = caller;
  }
  return null;
}

function checkRoot(parent: Int32Array): Problem | null {
  const root = parent.indexOf(-1);
  if (root < 0) return { code: 'cycle', message: 'Every node has a caller: the calls form a circle', field: `nodes[${onCircle(parent, 0)}]` };
  const second = parent.indexOf(-1, root + 1);
  return second < 0 ? null : { code: 'two-roots', message: 'Two nodes have no caller', field: `nodes[${second}]` };
}

function cycleProblem(parent: Int32Array, order: Int32Array): Problem {
  const reached = new Uint8Array(parent.length);
  for (const row of order) reached[row] = 1;
  return { code: 'cycle', message: 'The calls form a circle', field: `nodes[${onCircle(parent, reached.indexOf(0))}]` };
}

/** A row on the circle that callers of this row lead into. */
function onCircle(parent: Int32Array, row: number): number {
  for (let step = 0; step < parent.length; step++) row = parent[row];
  let first = row;
  for (let at = parent[row]; at !== row; at = parent[at]) first = Math.min(first, at);
  return first;
}

function reorder(parent: Int32Array, order: Int32Array, rowOf: (id: number) => number): LinkedNodes {
  const newRow = new Int32Array(order.length);
  for (let row = 0; row < order.length; row++) newRow[order[row]] = row;
  const moved = Int32Array.from(order, (row) => (parent[row] < 0 ? -1 : newRow[parent[row]]));
  return { parent: moved, order, rowOf: (id) => { const row = rowOf(id); return row < 0 ? -1 : newRow[row]; } };
}
