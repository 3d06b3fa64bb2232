import type { Profile } from '../src/core/model/profile.ts';

export { createCpuProfileReader } from '../src/core/formats/cpuprofile/index.ts';

/** Self and total time by function (recursion counted once) and time by line: what the parse benchmark asks of a profile. */
export function findHotspots({ nodes, functions, ticks }: Profile): { selfUs: Float64Array; totalUs: Float64Array; lines: Map<number, number> } {
  const selfUs = new Float64Array(functions.length);
  const totalUs = new Float64Array(functions.length);
  const subtree = Float64Array.from(nodes.selfUs);
  for (let node = nodes.length - 1; node > 0; node--) subtree[nodes.parent[node]] += subtree[node];
  const lines = new Map<number, number>();
  // Nearest caller with the same function: V8 lists a tree depth first, so open frames are a stack by row.
  const open = new Int32Array(functions.length);
  const path = new Int32Array(nodes.length);
  let depth = 0;
  for (let node = 0; node < nodes.length; node++) {
    while (depth > 0 && path[depth - 1] !== nodes.parent[node]) open[nodes.func[path[--depth]]]--;
    path[depth++] = node;
    const func = nodes.func[node];
    selfUs[func] += nodes.selfUs[node];
    if (open[func]++ === 0) totalUs[func] += subtree[node];
    addLines(lines, functions.url[func], ticks, node, nodes.selfUs[node]);
  }
  return { selfUs, totalUs, lines };
}

function addLines(lines: Map<number, number>, url: number, { start, line, count }: Profile['ticks'], node: number, selfUs: number): void {
  let total = 0;
  for (let at = start[node]; at < start[node + 1]; at++) total += count[at];
  for (let at = start[node]; at < start[node + 1]; at++) {
    const key = url * 0x100000000 + line[at];
    lines.set(key, (lines.get(key) ?? 0) + (selfUs * count[at]) / total);
  }
}
