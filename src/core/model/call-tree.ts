import type { NodeColumns } from './profile.ts';

/** Self time of each node and everything below it, µs, by row. Linear, no recursion: parents stand before their children. */
export function sumSubtrees({ length, parent, selfUs }: NodeColumns): Float64Array {
  const sums = selfUs.slice(0, length);
  for (let node = length - 1; node > 0; node--) sums[parent[node]] += sums[node];
  return sums;
}

/** Child lists as columns, in row order; -1 ends a list. With `parent` they are all a walk needs: no stack, whatever the depth. */
export interface ChildLists {
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

export function linkChildren({ length, parent }: Pick<NodeColumns, 'length' | 'parent'>): ChildLists {
  const firstChild = new Int32Array(length).fill(-1);
  const nextSibling = new Int32Array(length).fill(-1);
  for (let node = length - 1; node > 0; node--) {
    nextSibling[node] = firstChild[parent[node]];
    firstChild[parent[node]] = node;
  }
  return { firstChild, nextSibling };
}
