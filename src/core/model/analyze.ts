import { edgeLimit } from './analysis.ts';
import type { Analysis, CallEdge, CategoryTime, FunctionTime, LineTime, RecordingSummary } from './analysis.ts';
import { tabulateFunctions } from './function-table.ts';
import type { FunctionTable } from './function-table.ts';
import { mappings } from './located.ts';
import type { LocatedProfile } from './located.ts';
import type { Problem } from './problem.ts';
import { categories } from './profile.ts';
import { mapHeaviest, rankByOwner } from './rank-rows.ts';
import { countEvenSamples, shareError } from './share-error.ts';
import { sumFunctions } from './sum-functions.ts';
import type { FunctionSums } from './sum-functions.ts';
import { sumLines } from './sum-lines.ts';
import type { LineSums } from './sum-lines.ts';
import { SumKernel } from './sum-kernel.ts';
import { sumSelf } from './sum-self.ts';
import { summarizeProfile } from './summarize-profile.ts';
import type { RecordingFacts } from './summarize-profile.ts';

/** What shares are of. */
interface Whole {
  /** Σ time that was not idle, ms. */
  readonly busyMs: number;
  /** So many evenly spaced samples the samples of that time are worth. */
  readonly evenSamples: number;
}

/** Merges the recordings of one run: functions by (name, file, line, column), lines by (file, line). */
export function analyze(recordings: readonly { readonly located: LocatedProfile; readonly summary: RecordingFacts }[], problems: readonly Problem[] = []): Analysis {
  const located = recordings.map((recording) => recording.located);
  const kernel = new SumKernel();
  const placed = located.map((one) => kernel.placeProfile(one));
  const selves = located.map(({ profile }, index) => sumSelf(kernel, placed[index], profile.functions.length));
  const summaries = recordings.map((recording, index) => summarizeProfile(recording.located.profile, recording.summary, selves[index]));
  const durationMs = sum(summaries.map(({ recording }) => recording.durationMs));
  const idleMs = sum(summaries.map(({ recording }) => recording.idleMs));
  const busyMs = Math.max(0, durationMs - idleMs);
  const whole: Whole = { busyMs, evenSamples: countEvenSamples(busyMs, sum(summaries.map(({ busySquares }) => busySquares))) };
  const table = tabulateFunctions(located);
  const rows = placed.map((profile, index) => kernel.placeRows(profile, table.rowOf[index]));
  const lines = sumLines(kernel, table, placed, rows);
  return {
    unit: located[0]?.profile.unit ?? 'microseconds',
    recordings: summaries.map(({ recording }): RecordingSummary => recording),
    durationMs,
    idleMs,
    categories: categories.map((name, index): CategoryTime => ({ name, selfMs: sum(summaries.map(({ categoryUs }) => categoryUs[index])) / 1000 })),
    functions: listFunctions(table, sumFunctions(kernel, table, placed, rows, selves), lines, whole),
    lines: listLines(table, lines, whole),
    problems,
  };
}

/** The only place where a function becomes an object: one for each row, sorted. */
function listFunctions(table: FunctionTable, sums: FunctionSums, lines: LineSums, whole: Whole): FunctionTime[] {
  const order = Array.from({ length: table.length }, (_, row) => row).sort(
    (a, b) =>
      sums.selfUs[b] - sums.selfUs[a] ||
      sums.totalUs[b] - sums.totalUs[a] ||
      compare(table.files[table.file[a]], table.files[table.file[b]]) ||
      table.line[a] - table.line[b] ||
      table.column[a] - table.column[b] ||
      compare(table.name[a], table.name[b]),
  );
  const indexOf = new Int32Array(table.length);
  order.forEach((row, index) => {
    indexOf[row] = index;
  });
  const { first: lineOwner, second: lineOf, us } = lines.ofFunctions;
  const { first: callerOf, second: calleeOf, us: edgeUs } = sums.edges;
  const ownLines = rankByOwner(lineOwner, table.length, us);
  const callees = rankByOwner(callerOf, table.length, edgeUs, edgeLimit);
  const callers = rankByOwner(calleeOf, table.length, edgeUs, edgeLimit);
  const lineAt = (row: number) => ({ line: lineOf[row], selfMs: us[row] / 1000 });
  const callerAt = (row: number): CallEdge => ({ index: indexOf[callerOf[row]], totalMs: edgeUs[row] / 1000 });
  const calleeAt = (row: number): CallEdge => ({ index: indexOf[calleeOf[row]], totalMs: edgeUs[row] / 1000 });
  return order.map((row) => {
    const selfMs = sums.selfUs[row] / 1000;
    const totalMs = sums.totalUs[row] / 1000;
    const selfShare = shareOf(selfMs, whole);
    return {
      name: table.name[row] || '(anonymous)',
      file: table.files[table.file[row]],
      line: table.line[row],
      column: table.column[row],
      category: categories[table.category[row]],
      mapping: mappings[table.mapping[row]],
      selfMs,
      totalMs,
      selfShare,
      totalShare: shareOf(totalMs, whole),
      shareError: shareError(selfShare, whole.evenSamples),
      samples: sums.samples[row],
      lines: mapHeaviest(ownLines, row, Infinity, lineAt),
      callers: mapHeaviest(callers, row, edgeLimit, callerAt),
      callees: mapHeaviest(callees, row, edgeLimit, calleeAt),
      gcMs: sums.gcUs[row] / 1000,
    };
  });
}

function listLines(table: FunctionTable, { lines: { first, second, us, samples } }: LineSums, whole: Whole): LineTime[] {
  const list = Array.from(first, (file, row): LineTime => {
    const selfMs = us[row] / 1000;
    return { file: table.files[file], line: second[row], selfMs, share: shareOf(selfMs, whole), samples: samples[row] };
  });
  return list.sort((a, b) => b.selfMs - a.selfMs || compare(a.file, b.file) || a.line - b.line);
}

/** Rounding may carry a sum past the whole by a billionth; a share never. */
const shareOf = (ms: number, { busyMs }: Whole): number => (busyMs > 0 ? Math.min(1, ms / busyMs) : 0);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
/** By code unit: the same order on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
