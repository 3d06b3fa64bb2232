import { measureSubtrees } from '../model/call-tree.ts';
import type { FlameData } from '../model/flame-data.ts';
import { categories } from '../model/profile.ts';

const native = categories.indexOf('native');

/**
 * By function: the function its heaviest call comes from, -1 for none. Native ones are seen through: what `map` calls is called by whoever called `map`.
 */
export function findCallers({ functions, lanes }: FlameData): Int32Array {
  const caller = new Int32Array(functions.length).fill(-1);
  const weight = new Float64Array(functions.length).fill(-1);
  for (const { nodes } of lanes) {
    const { us: total } = measureSubtrees(nodes);
    /** By node: the nearest function from it upward that is not native. */
    const visible = new Int32Array(nodes.length);
    for (let node = 1; node < nodes.length; node++) {
      const func = nodes.func[node];
      const above = visible[nodes.parent[node]];
      visible[node] = functions.category[func] === native ? above : func;
      if (total[node] <= weight[func] || above === func) continue;
      weight[func] = total[node];
      caller[func] = above;
    }
  }
  return caller;
}
