import { formatAmount, formatCounted, formatTime } from '../core/report/format-numbers.ts';
import { headline } from '../core/report/headline.ts';
import { nameWhole, sayOfWhole } from '../core/report/name-whole.ts';
import { visibleText } from '../core/report/visible-text.ts';
import type { ProfileFacts } from '../protocol/profile-page.ts';
import type { FlameRows } from './flame-rows.ts';
import type { OpenedFlame } from './types.ts';
import { tellProblems } from './tell-problems.ts';

/** What stands above a viewer's picture; all text of profiles made visible, for the page sets it as it is. */
export function describeProfile(opened: OpenedFlame, rows: FlameRows, showFile: (file: string) => string, run = ''): ProfileFacts {
  const { analysis } = opened;
  const top = analysis.functions.find(({ selfMs }) => selfMs > 0);
  const partial = analysis.recordings.find((recording) => recording.partial);
  const changed = new Set(analysis.problems.filter(({ code }) => code === 'source-changed').map(({ file }) => file));
  return {
    title: titleOf(opened),
    whole: nameWhole(analysis),
    subtitle: describeWhole(opened),
    headline: headline(analysis),
    headlineFunction: top ? rows.rowOf(top) : -1,
    problems: tellProblems(analysis.problems, showFile),
    stale: changed.size > 0 ? `${formatCounted(changed.size, 'file')} changed since the run; lines may be off.` : '',
    partial: partial ? `Partial: ${visibleText(partial.reason || 'it did not run to its end', 200)}` : '',
    run,
  };
}

export const titleOf = ({ path, manifest }: Pick<OpenedFlame, 'path' | 'manifest'>): string => visibleText(manifest?.label ?? path.replace(/^.*[\\/]/, ''), 120);

/** `1.50 s CPU · 1,500 samples · Node 24.21`; `4.1 MB`. */
function describeWhole({ analysis, manifest, data }: OpenedFlame): string {
  const { recordings, durationMs, idleMs } = analysis;
  const samples = recordings.reduce((sum, recording) => sum + recording.samples, 0);
  const node = manifest?.nodeVersion.replace(/^v/, '').split('.').slice(0, 2).join('.') ?? '';
  return [
    sayOfWhole(formatAmount(durationMs - idleMs, data.unit), nameWhole(analysis)),
    idleMs > durationMs / 100 ? `${formatTime(idleMs)} idle` : '',
    samples > 0 ? formatCounted(samples, 'sample') : '',
    data.lanes.length > 1 ? formatCounted(data.lanes.length, 'thread') : '',
    node && `Node ${visibleText(node, 20)}`,
  ].filter((fact) => fact !== '').join(' · ');
}
