import type { Analysis, RecordingSummary } from '../model/analysis.ts';
import type { ProfileUnit } from '../model/profile.ts';
import type { Problem } from '../model/problem.ts';
import { formatAmount, formatCounted, formatRoughShare, formatRoughTime, formatShare } from './format-numbers.ts';

/** Recordings listed one by one; a run may have hundreds of children. */
const mostRecordings = 10;

/** One line a recording: what it is, how long, how densely sampled, what profiling cost, and the mark of a partial one. */
export function describeRecordings({ recordings, unit }: Analysis, nodeVersion: string): string[] {
  const lines = recordings.slice(0, mostRecordings).map((recording) => describeRecording(recording, nodeVersion, unit));
  return recordings.length > mostRecordings ? [...lines, `and ${formatCounted(recordings.length - mostRecordings, 'more recording')}`] : lines;
}

function describeRecording(recording: RecordingSummary, nodeVersion: string, unit: ProfileUnit): string {
  const idleShare = recording.durationMs > 0 ? recording.idleMs / recording.durationMs : 0;
  const facts = [
    recording.label,
    recording.pid === null ? '' : `pid ${recording.pid}`,
    recording.threadId ? `worker ${recording.threadId}` : '',
    nodeVersion && `Node ${nodeVersion.replace(/^v/, '')}`,
    formatAmount(recording.durationMs, unit),
    idleShare > 0 ? `${formatShare(idleShare)} idle` : '',
    unit === 'count' ? '' : describeSamples(recording, unit),
    recording.overheadShare === null ? '' : `overhead about ${formatRoughShare(recording.overheadShare)}`,
    recording.signal ? `ended by ${recording.signal}` : recording.exitCode ? `exit code ${recording.exitCode}` : '',
  ];
  const line = facts.filter((fact) => fact !== '').join(' · ');
  return recording.partial ? `${line} · partial: ${recording.reason || 'it did not run to its end'}` : line;
}

function describeSamples({ samples, intervalUs }: RecordingSummary, unit: ProfileUnit): string {
  if (samples === 0) return 'no samples';
  return unit === 'microseconds' && intervalUs > 0 ? `${formatCounted(samples, 'sample')}, one every ${formatRoughTime(intervalUs / 1000)}` : formatCounted(samples, 'sample');
}

/** A problem's sentence with its place: `<file>: <sentence> (byte 17)`. */
export function describeProblem({ message, file, byte, field }: Problem, show: (file: string) => string): string {
  const places = [field ?? '', byte === undefined ? '' : `byte ${byte}`].filter((place) => place !== '' && !message.includes(place));
  return `${file ? `${show(file)}: ` : ''}${message}${places.length > 0 ? ` (${places.join(', ')})` : ''}`;
}
