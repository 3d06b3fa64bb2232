import assert from 'node:assert/strict';
import type { ReadProfiles } from '../../src/core/formats/format-reader.ts';
import { buildFlameData } from '../../src/core/model/build-flame-data.ts';
import type { FlameData } from '../../src/core/model/flame-data.ts';
import { locateProfile } from '../../src/core/sourcemap/locate-profile.ts';

/** The columns a viewer gets of what a reader read: all its profiles of the first's kind, a lane each. */
export function flameOf(read: ReadProfiles): FlameData {
  assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.problem));
  const [{ value }] = read.value;
  return buildFlameData(read.value.filter((named) => named.value === value).map(({ profile, label, pid, threadId }) => ({
    located: locateProfile(profile, new Map(), 'posix'),
    summary: { label, pid, threadId, intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: null, signal: null },
  })));
}

/** Each stack with a value of its own and what that is, summed and sorted: what two files must have in common to be equal. */
export function listStacks({ functions, strings, lanes }: FlameData, round = 1e6): string[] {
  const texts = Array.from(functions.name, (_, row) => `${strings[functions.name[row]] || '(anonymous)'}@${strings[functions.file[row]]}:${functions.line[row]}:${functions.column[row]}`);
  const sums = new Map<string, number>();
  for (const { nodes: { length, parent, func, self } } of lanes) {
    for (let node = 0; node < length; node++) {
      if (self[node] === 0) continue;
      const stack: string[] = [];
      for (let at = node; at > 0; at = parent[at]) stack.push(texts[func[at]]);
      const key = stack.reverse().join(' > ');
      sums.set(key, (sums.get(key) ?? 0) + self[node]);
    }
  }
  return [...sums].map(([key, value]) => `${key} = ${Math.round(value * round) / round}`).sort();
}
