import assert from 'node:assert/strict';
import { parseCpuProfile } from '../../src/core/formats/cpuprofile/index.ts';
import type { Profile } from '../../src/core/model/profile.ts';

/** A `.cpuprofile` document as V8 writes it. */
export interface CpuProfileJson {
  nodes: CpuProfileNode[];
  startTime: number;
  endTime: number;
  samples: number[];
  timeDeltas: number[];
}
export interface CpuProfileNode {
  id: number;
  callFrame: { functionName: string; scriptId: string; url: string; lineNumber: number; columnNumber: number };
  hitCount: number;
  children?: number[];
  positionTicks?: { line: number; ticks: number }[];
}
export interface DrawOptions {
  /** From each sample to the next, µs; the last one runs as long. */
  readonly intervalUs?: number;
  /** Instead of the interval: the time of each sample, µs. */
  readonly durationsUs?: readonly number[];
  /** Before the first sample, µs. */
  readonly firstDeltaUs?: number;
  /** Where names without `@` live. */
  readonly url?: string;
}

/**
 * A profile drawn as text: one column a sample, callers above callees, columns two spaces or more apart and aligned with
 * the first row.
 *
 *     main     main                      main            (idle)
 *     parse    parse                     render
 *     row+12   map@node:internal/x:3:7
 *
 * `name@url:line:column+tick`: all but the name may be left out; lines and columns are 1-based, `+tick` is the running line.
 * A bare name lives in `options.url`, a line of its own each (10, 20, …, by first appearance); `(…)` are V8's meta frames.
 */
export function drawProfile(text: string, options: DrawOptions = {}): CpuProfileJson {
  const { intervalUs = 1000, firstDeltaUs = 0, url = 'file:///project/main.js' } = options;
  const frames = new FrameReader(url);
  const nodes: CpuProfileNode[] = [{ id: 1, callFrame: metaFrame('(root)'), hitCount: 0 }];
  const samples = readColumns(text).map((stack) => {
    let node = nodes[0];
    let tick = 0;
    for (const cell of stack) {
      const read = frames.read(cell);
      tick = read.tick;
      node = childOf(nodes, node, read.callFrame);
    }
    hit(node, tick);
    return node.id;
  });
  const durations = options.durationsUs ?? samples.map(() => intervalUs);
  assert.equal(durations.length, samples.length, 'one duration a column');
  const timeDeltas = [firstDeltaUs, ...durations.slice(0, -1)].slice(0, samples.length);
  const total = durations.reduce((sum, duration) => sum + duration, firstDeltaUs);
  return { nodes, startTime: 1000, endTime: 1000 + total, samples, timeDeltas };
}

export const encodeProfile = (profile: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(profile));

/** The drawn profile as the product reads it. */
export function profileFromText(text: string, options: DrawOptions = {}): Profile {
  return readSound(encodeProfile(drawProfile(text, options)));
}

/** Reads a file that must be sound. */
export function readSound(bytes: Uint8Array): Profile {
  const read = parseCpuProfile(bytes);
  assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.problem));
  return read.value;
}

/** The call tree as indented text, callees in the order of the file, times in ms: `- main (total: 3, self: 1)`. */
export function printTree({ nodes, functions, strings }: Profile): string {
  const totalUs = Float64Array.from(nodes.self);
  for (let node = nodes.length - 1; node > 0; node--) totalUs[nodes.parent[node]] += totalUs[node];
  const children = new Map<number, number[]>();
  for (let node = 1; node < nodes.length; node++) children.set(nodes.parent[node], [...(children.get(nodes.parent[node]) ?? []), node]);
  const lines: string[] = [];
  const open: { node: number; depth: number }[] = [{ node: 0, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { node, depth } = top;
    const name = strings[functions.name[nodes.func[node]]] || '(anonymous)';
    lines.push(`${'  '.repeat(depth)}- ${name} (total: ${totalUs[node] / 1000}, self: ${nodes.self[node] / 1000})`);
    for (const child of (children.get(node) ?? []).reverse()) open.push({ node: child, depth: depth + 1 });
  }
  return lines.join('\n');
}

function readColumns(text: string): string[][] {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  const starts = [...(rows[0] ?? '').matchAll(/\S+(?: \S+)*/g)].map((match) => match.index);
  return starts.map((start, column) => rows.map((row) => row.slice(start, starts[column + 1]).trim()).filter((cell) => cell !== ''));
}

const metaFrame = (functionName: string): CpuProfileNode['callFrame'] => ({ functionName, scriptId: '0', url: '', lineNumber: -1, columnNumber: -1 });

class FrameReader {
  readonly #lines = new Map<string, number>();
  readonly #scripts = new Map<string, string>();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  read(cell: string): { callFrame: CpuProfileNode['callFrame']; tick: number } {
    if (cell.startsWith('(')) return { callFrame: metaFrame(cell), tick: 0 };
    const { name = '', url = this.#url, line, column = '1', tick = '0' } = /^(?<name>[^@+]*)(?:@(?<url>.*?)(?::(?<line>\d+)(?::(?<column>\d+))?)?)?(?:\+(?<tick>\d+))?$/.exec(cell)?.groups ?? {};
    if (!this.#lines.has(name)) this.#lines.set(name, 10 * (this.#lines.size + 1));
    if (!this.#scripts.has(url)) this.#scripts.set(url, String(this.#scripts.size + 1));
    const lineNumber = Number(line ?? this.#lines.get(name)) - 1;
    return { callFrame: { functionName: name, scriptId: this.#scripts.get(url) ?? '0', url, lineNumber, columnNumber: Number(column) - 1 }, tick: Number(tick) };
  }
}

function childOf(nodes: CpuProfileNode[], parent: CpuProfileNode, callFrame: CpuProfileNode['callFrame']): CpuProfileNode {
  const key = JSON.stringify(callFrame);
  const known = nodes.find((node) => parent.children?.includes(node.id) === true && JSON.stringify(node.callFrame) === key);
  if (known !== undefined) return known;
  const node: CpuProfileNode = { id: nodes.length + 1, callFrame, hitCount: 0 };
  nodes.push(node);
  (parent.children ??= []).push(node.id);
  return node;
}

function hit(node: CpuProfileNode, line: number): void {
  node.hitCount++;
  if (line === 0) return;
  const tick = (node.positionTicks ??= []).find((known) => known.line === line);
  if (tick === undefined) node.positionTicks.push({ line, ticks: 1 });
  else tick.ticks++;
}
