import type { Analysis } from '../../../../src/core/model/analysis.ts';
import { analyze } from '../../../../src/core/model/analyze.ts';
import type { RecordingFacts } from '../../../../src/core/model/summarize-profile.ts';
import type { Problem } from '../../../../src/core/model/problem.ts';
import { locateProfile } from '../../../../src/core/sourcemap/locate-profile.ts';
import { profileFromText, type DrawOptions } from '../../../helpers/profile-fixture.ts';
import type { ReportOptions } from '../../../../src/core/report/report-options.ts';

export const plainFacts: RecordingFacts = {
  label: 'main.js', pid: null, threadId: null, intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: null, signal: null,
};

export interface DrawnRun extends DrawOptions {
  readonly facts?: Partial<RecordingFacts>;
  readonly problems?: readonly Problem[];
}

/** The analysis of a profile drawn as text, each script taken as its own source. */
export function analyzeDrawn(text: string, { facts = {}, problems = [], ...options }: DrawnRun = {}): Analysis {
  const profile = profileFromText(text, options);
  const scripts = new Map(Array.from(profile.functions.scriptId, (id) => [profile.strings[id], { kind: 'original' as const }]));
  return analyze([{ located: locateProfile(profile, scripts, 'posix'), summary: { ...plainFacts, ...facts } }], problems);
}

export const plainOptions: ReportOptions = { cwd: '/project', paths: 'posix', top: 50, nodeVersion: 'v24.21.0', color: false, columns: 100 };
