import type { NodeColumns } from './profile.ts';

/** What lies below each node. By row; linear, no recursion: parents stand before their children. */
export interface Subtrees {
  /** Self time of the node and everything below it, µs. */
  readonly us: Float64Array;
  /** So many nodes, itself included. */
  readonly size: Int32Array;
}

export function measureSubtrees({ length, parent, self }: Pick<NodeColumns, 'length' | 'parent' | 'self'>): Subtrees {
  const us = self.slice(0, length);
  const size = new Int32Array(length).fill(1);
  for (let node = length - 1; node > 0; node--) {
    us[parent[node]] += us[node];
    size[parent[node]] += size[node];
  }
  return { us, size };
}

/** So many callers stand above each row. */
export function measureDepths({ length, parent }: Pick<NodeColumns, 'length' | 'parent'>): Int32Array {
  const depth = new Int32Array(length);
  for (let row = 1; row < length; row++) depth[row] = depth[parent[row]] + 1;
  return depth;
}

/** So many rows are a row and all below it. */
export function countSubtrees({ length, parent }: Pick<NodeColumns, 'length' | 'parent'>): Int32Array {
  const size = new Int32Array(length).fill(1);
  for (let node = length - 1; node > 0; node--) size[parent[node]] += size[node];
  return size;
}

/** The rows depth first: the node at place `p` is followed by all below it, up to place `p + size[node]`. */
export function orderDepthFirst({ length, parent }: Pick<NodeColumns, 'length' | 'parent'>, size: Int32Array): Int32Array {
  const order = new Int32Array(length);
  /** By row: the place of the next child. */
  const next = new Int32Array(length).fill(1, 0, 1);
  for (let node = 1; node < length; node++) {
    const place = next[parent[node]];
    order[place] = node;
    next[node] = place + 1;
    next[parent[node]] = place + size[node];
  }
  return order;
}
