import type { Profile } from '../model/profile.ts';

/** V8 inlines some levels deep; callees further down say nothing about a caller's ticks. */
const depthLimit = 8;

/** The functions seen below each of these rows of functions, some levels deep. */
export const findCallees = ({ nodes }: Profile, callers: ReadonlySet<number>): ReadonlyMap<number, ReadonlySet<number>> => {
  const callees = new Map(Array.from(callers, (row) => [row, new Set<number>()]));
  for (let node = 0; node < nodes.length; node++) {
    let above = nodes.parent[node];
    for (let depth = 0; depth < depthLimit && above >= 0; depth++, above = nodes.parent[above]) callees.get(nodes.func[above])?.add(nodes.func[node]);
  }
  return callees;
};
