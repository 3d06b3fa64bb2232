import type { NodeColumns } from './profile.ts';

/** Self time of each node and everything below it, µs, by row. Linear, no recursion: parents stand before their children. */
export function sumSubtrees({ length, parent, selfUs }: NodeColumns): Float64Array {
  const sums = selfUs.slice(0, length);
  for (let node = length - 1; node > 0; node--) sums[parent[node]] += sums[node];
  return sums;
}

export interface TreeVisitor {
  /** Before the node's children. */
  enter(node: number): void;
  /** After the node's children. */
  leave(node: number): void;
}

/** Visits every node depth first, siblings in row order, with three columns for a stack: 1,000,000 levels are no more than a loop. */
export function walkTree({ length, parent }: Pick<NodeColumns, 'length' | 'parent'>, visitor: TreeVisitor): void {
  const { firstChild, nextSibling } = linkChildren(length, parent);
  let node = length > 0 ? 0 : -1;
  while (node >= 0) {
    visitor.enter(node);
    if (firstChild[node] >= 0) {
      node = firstChild[node];
      continue;
    }
    while (node >= 0) {
      visitor.leave(node);
      if (nextSibling[node] >= 0) {
        node = nextSibling[node];
        break;
      }
      node = parent[node];
    }
  }
}

/** Child lists as columns, -1 ends a list. */
function linkChildren(length: number, parent: Int32Array) {
  const firstChild = new Int32Array(length).fill(-1);
  const nextSibling = new Int32Array(length).fill(-1);
  for (let node = length - 1; node > 0; node--) {
    nextSibling[node] = firstChild[parent[node]];
    firstChild[parent[node]] = node;
  }
  return { firstChild, nextSibling };
}
