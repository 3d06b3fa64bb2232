import { countSubtrees, orderDepthFirst } from '../model/call-tree.ts';
import type { FlameFunctions } from '../model/flame-data.ts';
import { categories } from '../model/profile.ts';
import type { RowWeights } from './finish-tree.ts';
import type { FunctionTotals, MergedTree } from './view.ts';

const idleCategory = categories.indexOf('idle');

/** Goes depth first: a frame is the outermost of its function if it stands behind all below the last one that was. */
export function totalFunctions(tree: MergedTree, own: RowWeights, { length, category }: FlameFunctions): FunctionTotals {
  const { func } = tree;
  const size = countSubtrees(tree);
  const order = orderDepthFirst(tree, size);
  const openUntil = new Int32Array(length);
  const sums = { self: new Float64Array(length), total: new Float64Array(length), samples: new Float64Array(length) };
  let idle = 0;
  for (let place = 0; place < order.length; place++) {
    const row = order[place];
    const called = func[row];
    sums.self[called] += own.self[row];
    sums.samples[called] += own.samples[row];
    if (category[called] === idleCategory) idle += own.self[row];
    if (place < openUntil[called]) continue;
    openUntil[called] = place + size[row];
    sums.total[called] += tree.total[row];
  }
  return { ...sums, all: tree.total[0], idle };
}
