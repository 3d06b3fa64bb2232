import { basename, resolve } from 'node:path';
import type { Comparison } from '../core/compare/comparison.ts';
import type { JoinedRuns } from '../core/compare/join-runs.ts';
import type { Measure } from '../core/compare/list-changes.ts';
import { writeComparison } from '../core/report/write-comparison.ts';
import { isCompareAnswer } from '../protocol/compare.ts';
import { workerMethods } from '../protocol/worker.ts';
import { type AskOptions, askThread } from './ask-thread.ts';
import type { RenderOptions } from './render-report.ts';
import { nativeStyle } from './root-guard.ts';
import { SessionError } from './types.ts';

export interface CompareOptions extends Omit<AskOptions, 'file'> {
  /** Absolute folders below which sources and maps may be read. */
  readonly roots?: readonly string[];
  /** Default: what is usual for what they count. */
  readonly measure?: Measure;
  /** How both are named; default: the last part of their paths. */
  readonly labels?: readonly [before: string, after: string];
  /** Asks for the columns a viewer draws. */
  readonly columns?: boolean;
}

export interface ComparedRecordings {
  readonly comparison: Comparison;
  /** Only when the columns were asked for. */
  readonly joined: JoinedRuns | null;
}

/** Sets two recordings or profile files against each other. Rejects with a `SessionError` when one can't be read or they count different things. */
export async function compareRecordings(before: string, after: string, options: CompareOptions = {}): Promise<ComparedRecordings> {
  const { roots = [], measure = null, labels = [basename(before), basename(after)], columns = false } = options;
  const request = { before: { path: resolve(before), label: labels[0] }, after: { path: resolve(after), label: labels[1] }, roots, measure, columns };
  const answer = await askThread((peer) => peer.request(workerMethods.compare, request, isCompareAnswer), options);
  if (!answer.ok) throw new SessionError(answer.problem);
  return { comparison: answer.comparison, joined: answer.joined };
}

/** The report of a comparison, with the paths of this machine, ending with a newline. */
export const renderComparison = (comparison: Comparison, { format, color = false, columns = 100, ...rest }: Omit<RenderOptions, 'nodeVersion'>): string =>
  writeComparison(comparison, format, { ...rest, color, columns, nodeVersion: '', paths: nativeStyle });
