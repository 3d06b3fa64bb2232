import type { MergedTree } from '../../core/layout/view.ts';

/** Where the rows of a tree stand when going depth first: a row's own subtree are the `size` places from its own on. */
export interface Spans {
  readonly place: Int32Array;
  readonly size: Int32Array;
}

/** Linear, for parents stand before their children. */
export function spanRows({ length, parent }: MergedTree): Spans {
  const size = new Int32Array(length).fill(1);
  for (let row = length - 1; row > 0; row--) size[parent[row]] += size[row];
  const place = new Int32Array(length);
  const next = new Int32Array(length).fill(1);
  for (let row = 1; row < length; row++) {
    place[row] = next[parent[row]];
    next[parent[row]] += size[row];
    next[row] = place[row] + 1;
  }
  return { place, size };
}
