/**
 * Rows so that each parent stands before its children, the root first; only those the root reaches. `null` if they
 * already stand so, as in files V8 wrote.
 * @param parent row of the parent, -1 for the one root
 */
export function orderNodes(parent: Int32Array): Int32Array | null {
  if (isOrdered(parent)) return null;
  const { firstChild, nextSibling } = childLists(parent);
  const order = new Int32Array(parent.length);
  let length = 0;
  order[length++] = parent.indexOf(-1);
  for (let at = 0; at < length; at++) {
    for (let child = firstChild[order[at]]; child >= 0; child = nextSibling[child]) order[length++] = child;
  }
  return order.subarray(0, length);
}

function isOrdered(parent: Int32Array): boolean {
  if (parent[0] !== -1) return false;
  for (let row = 1; row < parent.length; row++) if (parent[row] >= row) return false;
  return true;
}

function childLists(parent: Int32Array): { firstChild: Int32Array; nextSibling: Int32Array } {
  const firstChild = new Int32Array(parent.length).fill(-1);
  const nextSibling = new Int32Array(parent.length).fill(-1);
  for (let row = parent.length - 1; row >= 0; row--) {
    if (parent[row] < 0) continue;
    nextSibling[row] = firstChild[parent[row]];
    firstChild[parent[row]] = row;
  }
  return { firstChild, nextSibling };
}
