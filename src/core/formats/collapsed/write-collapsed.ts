import type { FlameData, FlameLane } from '../../model/flame-data.ts';

/**
 * Collapsed stacks, a line for each node with a value of its own: µs, bytes or counts as whole numbers. With several
 * lanes the name of each comes first.
 */
export function* writeCollapsed(data: FlameData): Generator<string> {
  const names = nameCollapsed(data);
  for (const lane of data.lanes) yield* writeLane(lane, names, data.lanes.length > 1 ? [clean(lane.label)] : []);
}

/** By row of functions: its frame. */
export const nameCollapsed = (data: FlameData): readonly string[] => Array.from(data.functions.name, (_, row) => describe(data, row));

function* writeLane({ nodes }: FlameLane, names: readonly string[], prefix: readonly string[]): Generator<string> {
  const { func, self, parent, length } = nodes;
  for (let node = 0; node < length; node++) {
    const value = Math.round(self[node]);
    if (value <= 0) continue;
    const stack: string[] = [];
    for (let at = node; at > 0; at = parent[at]) stack.push(names[func[at]]);
    // A line needs a frame, also for what belongs to nobody.
    if (node === 0) stack.push('(root)');
    yield `${[...prefix, ...stack.reverse()].join(';')} ${value}\n`;
  }
}

function describe({ functions: { name, file, line, column }, strings }: FlameData, row: number): string {
  const title = clean(strings[name[row]] || '(anonymous)');
  if (file[row] === 0) return title;
  const place = [clean(strings[file[row]]), ...(line[row] > 0 ? [line[row]] : []), ...(line[row] > 0 && column[row] > 0 ? [column[row]] : [])].join(':');
  return `${title} (${place})`;
}

/** What would end a frame or a line. */
const clean = (text: string): string => text.replace(/;/g, ',').replace(/[\r\n]+/g, ' ');
