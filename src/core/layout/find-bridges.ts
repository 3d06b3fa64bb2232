import type { FlameLane } from '../model/flame-data.ts';
import { categories } from '../model/profile.ts';

const program = categories.indexOf('program');
const [gc, idle] = [categories.indexOf('gc'), categories.indexOf('idle')];
/** Instead of an outermost call. */
const noCall = -1;
const notRead = -2;

/**
 * V8's sampler now and then can't read the stack and writes a single `(program)` sample; nothing was left and called anew meanwhile.
 * Such a sample stands between two of one outermost call, none of them `(program)`, idle or garbage collection: DevTools' rule.
 * @param category by row of `FlameData.functions`
 * @returns whether a sample is one
 */
export function findBridges({ nodes, samples: { node, length } }: FlameLane, category: Uint8Array): (sample: number) => boolean {
  const outermost = findOutermost(nodes, category);
  return (sample) => {
    if (outermost[node[sample]] !== notRead || sample === 0 || sample === length - 1) return false;
    const before = outermost[node[sample - 1]];
    return before > 0 && before === outermost[node[sample + 1]];
  };
}

/** By node: the call right below the root that it is in, or right below a frame that is hidden in `(program)`. */
function findOutermost({ length, parent, func }: FlameLane['nodes'], category: Uint8Array): Int32Array {
  const outermost = new Int32Array(length);
  outermost[0] = noCall;
  for (let at = 1; at < length; at++) {
    const kind = category[func[at]];
    if (kind === gc || kind === idle) outermost[at] = noCall;
    else if (parent[at] > 0 && (kind === program || outermost[parent[at]] !== notRead)) outermost[at] = outermost[parent[at]];
    else outermost[at] = kind === program ? notRead : at;
  }
  return outermost;
}
