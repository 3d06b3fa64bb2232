import { PairTable } from './pair-table.ts';
import { categories } from './profile.ts';
import type { ProfileParts } from './profile-parts.ts';

const gc = categories.indexOf('gc');

/**
 * V8 writes `(garbage collector)` below the root, whatever it interrupted. Such a sample goes below the stack of the sample before, as in
 * DevTools and speedscope, unless that was a meta frame itself. One pass over the samples, which are changed in place.
 * @param category by row of functions
 */
export function attachGc(parts: ProfileParts, samples: Int32Array, category: Uint8Array): ProfileParts {
  const isGc = markGc(parts, category);
  if (isGc === null) return parts;
  const { parent, func, ticks } = parts;
  const length = parent.length;
  const calls = new PairTable();
  for (let at = 0, interrupted = 0; at < samples.length; at++) {
    const node = samples[at];
    if (isGc[node] === 0) interrupted = node;
    else if (category[func[interrupted]] < gc) samples[at] = length + calls.row(interrupted, node);
  }
  if (calls.length === 0) return parts;
  const start = longer(ticks.start, calls.first).fill(ticks.start[length], length);
  return { ...parts, parent: longer(parent, calls.first), func: longer(func, calls.second.map((node) => func[node])), ticks: { ...ticks, start } };
}

/** By node: a collection right under the root; `null` when there is none. */
function markGc({ parent, func }: ProfileParts, category: Uint8Array): Uint8Array | null {
  let isGc: Uint8Array | null = null;
  for (let node = 1; node < parent.length; node++) {
    if (parent[node] !== 0 || category[func[node]] !== gc) continue;
    isGc ??= new Uint8Array(parent.length);
    isGc[node] = 1;
  }
  return isGc;
}

function longer(column: Int32Array, more: Int32Array): Int32Array {
  const larger = new Int32Array(column.length + more.length);
  larger.set(column);
  larger.set(more, column.length);
  return larger;
}
