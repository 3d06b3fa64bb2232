import type { LocatedProfile } from '../../../../src/core/model/located.ts';
import { categories } from '../../../../src/core/model/profile.ts';

/** The rules of docs/profile-model.md in their plainest form: stacks as arrays, one Map a question, no care for speed. */
export interface NaiveAnalysis {
  readonly self: Map<string, number>;
  readonly total: Map<string, number>;
  readonly edges: Map<string, number>;
  readonly lines: Map<string, number>;
  readonly lineSamples: Map<string, number>;
}

export function analyzeNaively(profiles: readonly LocatedProfile[]): NaiveAnalysis {
  const naive: NaiveAnalysis = { self: new Map(), total: new Map(), edges: new Map(), lines: new Map(), lineSamples: new Map() };
  for (const located of profiles) {
    for (let node = 0; node < located.profile.nodes.length; node++) addNode(naive, located, node);
  }
  return naive;
}

export const keyOf = (name: string, file: string, line: number): string => JSON.stringify([name, file, line]);

const add = (map: Map<string, number>, key: string, value: number): void => void map.set(key, (map.get(key) ?? 0) + value);

function addNode(naive: NaiveAnalysis, located: LocatedProfile, node: number): void {
  const { nodes } = located.profile;
  const self = nodes.self[node] / 1000;
  const stack: (string | null)[] = [];
  for (let at = node; at >= 0; at = nodes.parent[at]) stack.unshift(keyAt(located, at));
  // Every function and every edge on the stack once, however often it recurs.
  for (const key of new Set(stack)) if (key !== null) add(naive.total, key, self);
  const edges = stack.flatMap((key, depth) => (depth > 0 && key !== null && stack[depth - 1] !== null ? [`${stack[depth - 1]} > ${key}`] : []));
  for (const edge of new Set(edges)) add(naive.edges, edge, self);
  const top = stack[stack.length - 1];
  if (top === null) return;
  add(naive.self, top, self);
  addLines(naive, located, node, self);
}

function keyAt({ profile, functions, files }: LocatedProfile, node: number): string | null {
  const func = profile.nodes.func[node];
  if (['gc', 'program', 'idle'].includes(categories[profile.functions.category[func]])) return null;
  return keyOf(profile.strings[profile.functions.name[func]] || '(anonymous)', files[functions.file[func]], functions.line[func]);
}

function addLines({ lines, lineSamples }: NaiveAnalysis, located: LocatedProfile, node: number, self: number): void {
  const { profile, functions, files, tickLine } = located;
  const func = profile.nodes.func[node];
  const own = { file: files[functions.file[func]], line: functions.line[func] };
  const rows = Array.from(profile.ticks.count, (count, row) => ({ row, count })).slice(profile.ticks.start[node], profile.ticks.start[node + 1]);
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  const parts = all === 0 ? [{ ...own, part: 1, samples: profile.nodes.samples[node] }] : rows.map(({ row, count }) => {
    return { file: own.file, line: tickLine[row] > 0 ? tickLine[row] : own.line, part: count / all, samples: count };
  });
  for (const { file, line, part, samples } of parts) {
    if (file === '' || line === 0) continue;
    add(lines, `${file}:${line}`, self * part);
    add(lineSamples, `${file}:${line}`, samples);
  }
}
