import type { Profile } from '../../src/core/model/profile.ts';
import type { CpuProfileJson, CpuProfileNode } from './profile-fixture.ts';

/** Self and total time by function, µs, and ticks by function and line: the same facts from both sides. */
export interface Totals {
  readonly durationUs: number;
  readonly self: Map<string, number>;
  readonly total: Map<string, number>;
  readonly ticks: Map<string, number>;
}

const add = (map: Map<string, number>, key: string, value: number): Map<string, number> => map.set(key, (map.get(key) ?? 0) + value);
const keyOf = ({ functionName, url, scriptId, lineNumber, columnNumber }: CpuProfileNode['callFrame']): string => [functionName, url, scriptId, lineNumber + 1, columnNumber + 1].join(' | ');

export const parseDocument = (bytes: Uint8Array): CpuProfileJson => JSON.parse(new TextDecoder().decode(bytes)) as CpuProfileJson;

/** As simply as can be, from the parsed document: the oracle of the reader. */
export function referenceTotals({ nodes, samples, timeDeltas, startTime, endTime }: CpuProfileJson): Totals {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callerOf = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)));
  const times: number[] = [];
  let time = startTime;
  for (const delta of timeDeltas) times.push(Math.max(times.at(-1) ?? startTime, (time += delta)));
  const end = Math.max(endTime, times.at(-1) ?? startTime);
  const totals: Totals = { durationUs: end - startTime, self: new Map(), total: new Map(), ticks: new Map() };
  const program = nodes.find((node) => node.callFrame.functionName === '(program)') ?? programUnder(nodes[0]);
  spend(program, times[0] - startTime);
  let interrupted: CpuProfileNode | undefined;
  samples.forEach((id, index) => {
    const node = byId.get(id);
    const collects = node?.callFrame.functionName === '(garbage collector)' && node.callFrame.url === '' && callerOf.get(id) === nodes[0];
    if (!collects) interrupted = node;
    spend(node, (times[index + 1] ?? end) - times[index], collects && interrupted && !isMeta(interrupted) ? interrupted : undefined);
  });
  for (const { callFrame, positionTicks = [] } of nodes) for (const { line, ticks } of positionTicks) add(totals.ticks, `${keyOf(callFrame)} : ${line}`, ticks);
  return totals;

  function programUnder(root: CpuProfileNode): CpuProfileNode {
    callerOf.set(-1, root);
    return { id: -1, callFrame: { functionName: '(program)', scriptId: '', url: '', lineNumber: -1, columnNumber: -1 }, hitCount: 0 };
  }

  function spend(node: CpuProfileNode | undefined, duration: number, below?: CpuProfileNode): void {
    if (node === undefined) return;
    add(totals.self, keyOf(node.callFrame), duration);
    const seen = new Set<string>();
    for (let at: CpuProfileNode | undefined = below; at !== undefined; at = callerOf.get(at.id)) seen.add(keyOf(at.callFrame));
    for (let at: CpuProfileNode | undefined = node; at !== undefined; at = callerOf.get(at.id)) seen.add(keyOf(at.callFrame));
    for (const key of seen) add(totals.total, key, duration);
  }
}

const isMeta = ({ callFrame: { functionName, url } }: CpuProfileNode): boolean => url === '' && ['(root)', '(program)', '(idle)', '(garbage collector)'].includes(functionName);

export function profileTotals({ nodes, functions, strings, ticks, startTime, endTime }: Profile): Totals {
  const keys = Array.from({ length: functions.length }, (_, row) => [strings[functions.name[row]], strings[functions.url[row]], strings[functions.scriptId[row]], functions.line[row], functions.column[row]].join(' | '));
  const totals: Totals = { durationUs: endTime - startTime, self: new Map(), total: new Map(), ticks: new Map() };
  for (let node = 0; node < nodes.length; node++) {
    const key = keys[nodes.func[node]];
    for (let at = ticks.start[node]; at < ticks.start[node + 1]; at++) add(totals.ticks, `${key} : ${ticks.line[at]}`, ticks.count[at]);
    if (nodes.self[node] === 0) continue;
    add(totals.self, key, nodes.self[node]);
    const seen = new Set<string>();
    for (let at = node; at >= 0; at = nodes.parent[at]) seen.add(keys[nodes.func[at]]);
    for (const caller of seen) add(totals.total, caller, nodes.self[node]);
  }
  return totals;
}

/** Without the functions that took no time. */
export const withoutZeros = ({ durationUs, ...maps }: Totals): object => ({
  durationUs,
  ...Object.fromEntries(Object.entries(maps).map(([name, map]) => [name, [...map].filter(([, value]) => value !== 0).sort()])),
});
