import type { Analysis, CallEdge, FunctionTime, OpenedRecording } from '../../session/index.ts';
import { formatAmount } from '../../core/report/format-numbers.ts';
import { nameWhole } from '../../core/report/name-whole.ts';
import { mostIdleForCounts, orderSentences, sayCalls, sayLines, sayMapping, sayNumbers, saySplit } from '../../core/report/say-function.ts';
import { escapeMarkdown } from '../words/safe-text.ts';
import { rankFunction } from '../../core/report/rank-function.ts';

/** What the hover needs to know besides the recording. */
export interface HoverContext {
  /** Markdown link target of a place in the open analysis; `null` when it can't be opened. */
  readonly link: (file: string, line: number) => string | null;
  /** Why the numbers belong to other code than what stands there; empty when they don't. */
  readonly stale: string;
  /** "Run `node src/import.ts`, 2 min ago, …" as finished Markdown. */
  readonly run: string;
  /** `[Re-run](command:…)` … */
  readonly actions: readonly string[];
}

const mostEdges = 4;

/** The hover's Markdown: rows in an order that never changes; what is missing is left out. */
export function describeFunction({ analysis }: OpenedRecording, row: FunctionTime, context: HoverContext): string {
  const { categories, durationMs, idleMs } = analysis;
  const paragraphs = orderSentences({
    name: `**${escapeMarkdown(row.name)}** — ${rankFunction(row.selfShare)}`,
    stale: context.stale && `*${context.stale}*`,
    numbers: sayAmounts(analysis, row),
    lines: sayLines(row.lines.map(({ line, selfMs }) => ({ line, self: selfMs })), row.selfMs, (word, line) => linked(word, context.link(row.file, line))),
    calledBy: sayEdges('Called by', row.callers, analysis, context),
    calls: sayCalls(sayEdges('Calls', row.callees, analysis, context), row.gcMs > 0 && row.gcMs >= row.totalMs / 1000 ? formatAmount(row.gcMs, analysis.unit) : ''),
    mapping: sayMapping(row.mapping),
    split: saySplit(categories.map(({ name, selfMs }) => ({ name, self: selfMs })), durationMs - idleMs),
    run: context.run,
  });
  return [...paragraphs, context.actions.length > 0 ? [context.actions.join(' · ')] : []].filter(({ length }) => length > 0).map((rows) => rows.join(lineBreak)).join('\n\n');
}

/** Two blanks at a line's end are Markdown's line break. */
const lineBreak = '  \n';

function sayAmounts(analysis: Analysis, { selfMs, totalMs, selfShare, shareError, samples }: FunctionTime): string {
  const { recordings, durationMs, idleMs, unit } = analysis;
  const all = recordings.reduce((sum, recording) => sum + recording.samples, 0);
  const ofSamples = idleMs > durationMs * mostIdleForCounts ? null : all;
  return sayNumbers({ self: formatAmount(selfMs, unit), total: formatAmount(totalMs, unit), selfShare, shareError, samples, ofSamples }, nameWhole(analysis));
}

function sayEdges(word: string, edges: readonly CallEdge[], { functions, unit }: Analysis, { link }: HoverContext): string {
  const said = edges.slice(0, mostEdges).flatMap(({ index, totalMs }) => {
    const other = functions[index];
    return other ? [`${linked(escapeMarkdown(other.name, 60), link(other.file, other.line))} ${formatAmount(totalMs, unit)}`] : [];
  });
  const more = edges.length > mostEdges ? ` · ${edges.length - mostEdges} more` : '';
  return said.length > 0 ? `${word} ${said.join(' · ')}${more}` : '';
}

const linked = (text: string, target: string | null): string => (target ? `[${text}](${target})` : text);
