import type { Analysis, CallEdge, FunctionTime, OpenedRecording } from '../../session/index.ts';
import { formatRoughShare, formatTime } from '../../core/report/format-numbers.ts';
import { mostIdleForCounts, sayMapping, sayNumbers } from '../../core/report/say-function.ts';
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

const mostLines = 3;
const mostEdges = 4;

/** The hover's Markdown: rows in an order that never changes; what is missing is left out. */
export function describeFunction({ analysis }: OpenedRecording, row: FunctionTime, context: HoverContext): string {
  const paragraphs = [
    [`**${escapeMarkdown(row.name)}** — ${rankFunction(row.selfShare)}`, context.stale && `*${context.stale}*`, sayTimes(analysis, row), sayLines(row, context)],
    [sayEdges('Called by', row.callers, analysis, context), sayCalls(row, analysis, context)],
    [sayMapping(row.mapping), saySplit(analysis), context.run],
    [context.actions.join(' · ')],
  ];
  return paragraphs.map((rows) => rows.filter((text) => text !== '').join(lineBreak)).filter((text) => text !== '').join('\n\n');
}

/** Two blanks at a line's end are Markdown's line break. */
const lineBreak = '  \n';

function sayTimes({ recordings, durationMs, idleMs }: Analysis, { selfMs, totalMs, selfShare, shareError, samples }: FunctionTime): string {
  const all = recordings.reduce((sum, recording) => sum + recording.samples, 0);
  const ofSamples = idleMs > durationMs * mostIdleForCounts ? null : all;
  return sayNumbers({ self: formatTime(selfMs), total: formatTime(totalMs), selfShare, shareError, samples, ofSamples });
}

function sayLines({ lines, selfMs, file }: FunctionTime, { link }: HoverContext): string {
  const [hottest, ...rest] = lines.filter((line) => line.selfMs >= selfMs / 100).slice(0, mostLines);
  if (!hottest || selfMs <= 0) return '';
  const named = (word: string, line: number): string => linked(`${word} ${line}`, link(file, line));
  const others = rest.map((line) => ` · ${named('line', line.line)} ${formatRoughShare(line.selfMs / selfMs)}`);
  return `${named('Line', hottest.line)} takes ${formatRoughShare(hottest.selfMs / selfMs)} of it${others.join('')}`;
}

function sayEdges(word: string, edges: readonly CallEdge[], { functions }: Analysis, { link }: HoverContext): string {
  const said = edges.slice(0, mostEdges).flatMap(({ index, totalMs }) => {
    const other = functions[index];
    return other ? [`${linked(escapeMarkdown(other.name, 60), link(other.file, other.line))} ${formatTime(totalMs)}`] : [];
  });
  const more = edges.length > mostEdges ? ` · ${edges.length - mostEdges} more` : '';
  return said.length > 0 ? `${word} ${said.join(' · ')}${more}` : '';
}

/** A collection is no call, but it ran there. */
function sayCalls({ callees, gcMs, totalMs }: FunctionTime, analysis: Analysis, context: HoverContext): string {
  const calls = sayEdges('Calls', callees, analysis, context);
  const collected = gcMs > 0 && gcMs >= totalMs / 1000 ? `GC ${formatTime(gcMs)}` : '';
  return [calls || (collected && 'Calls'), collected].filter((text) => text !== '').join(calls ? ' · ' : ' ');
}

const words: Readonly<Record<string, string>> = { own: 'own code', dependency: 'dependencies', node: 'Node', native: 'native code', gc: 'GC', program: 'program' };

function saySplit({ categories, durationMs, idleMs }: Analysis): string {
  const busy = durationMs - idleMs;
  const parts = categories.filter(({ name, selfMs }) => name !== 'idle' && selfMs >= busy / 100);
  if (busy <= 0 || parts.length === 0) return '';
  return `The run: ${parts.map(({ name, selfMs }) => `${words[name] ?? name} ${formatRoughShare(selfMs / busy)}`).join(' · ')}`;
}

const linked = (text: string, target: string | null): string => (target ? `[${text}](${target})` : text);
