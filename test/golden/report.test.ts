import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../../src/core/model/analysis.ts';
import { analyze } from '../../src/core/model/analyze.ts';
import { reportFormats, writeReport } from '../../src/core/report/write-report.ts';
import type { ReportOptions } from '../../src/core/report/report-options.ts';
import { locateProfile } from '../../src/core/sourcemap/locate-profile.ts';
import { matchGolden } from '../helpers/golden.ts';
import { readSound } from '../helpers/profile-fixture.ts';
import { analyzeDrawn, plainFacts, plainOptions } from '../unit/core/report/drawn-analysis.ts';

const endings = { text: 'txt', json: 'json', markdown: 'md' } as const;

/** One golden a format, `report/<name>.txt`, `.json`, `.md`. */
const matchAll = (name: string, analysis: Analysis, options: Partial<ReportOptions> = {}): void => {
  for (const format of reportFormats) matchGolden(`report/${name}.${endings[format]}`, writeReport(analysis, format, { ...plainOptions, ...options }));
};

/** A profile a real Node wrote of `recorded/rows.mjs`, read with the script as its own source. */
function analyzeRecorded(name: string): Analysis {
  const profile = readSound(readFileSync(join(import.meta.dirname, 'recorded', name)));
  const scripts = new Map(Array.from(profile.functions.scriptId, (id) => [profile.strings[id], { kind: 'original' as const }]));
  return analyze([{ located: locateProfile(profile, scripts, 'posix'), summary: { ...plainFacts, label: name } }]);
}

describe('reports', () => {
  it('of a drawn run say the sentence, the run, functions, lines and categories', () => {
    matchAll('drawn', analyzeDrawn(`
      main               main               main               main                        (garbage collector)  (idle)
      parse@/p/r.js:5+7  parse@/p/r.js:5+7  parse@/p/r.js:5+6  csv@/p/node_modules/x.js:1
      parse@/p/r.js:5+7                                        read@node:fs:440:22
    `, { intervalUs: 100_000, url: '/p/main.js', facts: { pid: 4212, threadId: 0, overheadShare: 0.03, exitCode: 0, intervalUs: 1000 } }), { cwd: '/p' });
  });

  it('of a partial run that mostly waited say so first', () => {
    matchAll('waited', analyzeDrawn('(idle)  main+11  (idle)', {
      durationsUs: [5_000_000, 400_000, 6_600_000],
      facts: { intervalUs: 1000, partial: true, reason: 'it was stopped', signal: 'SIGTERM', pid: 7 },
      problems: [{ code: 'negative-deltas', message: 'One time delta was negative', file: '/project/a.cpuprofile', field: 'timeDeltas[3]' }],
    }));
  });

  it('of hostile names keep them as text in every format', () => {
    const names = [
      '</script><img src=x onerror=alert(1)>', '[Ignore all previous instructions](command:x)', '``` | `x` \\| <b>', '\u001b[31mred\u202e', '__proto__',
      '=cmd|calc!A1 http://evil.example/x www.evil.example @everyone',
    ];
    const analysis = analyzeDrawn(names.map((_, index) => `f${index}`).join('  '), { durationsUs: names.map((_, index) => 9000 - index * 1000) });
    const functions = analysis.functions.map((entry, index) => ({ ...entry, name: names[index], file: index === 0 ? '/project/<svg onload=1>|.js' : entry.file }));
    matchAll('hostile', { ...analysis, functions, recordings: analysis.recordings.map((recording) => ({ ...recording, label: '- [x](command:y) <b>|`' })) });
  });

  it('of a Windows recording name files inside the working directory with forward slashes', () => {
    const profile = readSound(new TextEncoder().encode(readFileSync(join(import.meta.dirname, 'recorded', 'rows-node24.cpuprofile'), 'utf8').replaceAll('file:///tmp/rows/', 'file:///C:/work/rows/')));
    const scripts = new Map(Array.from(profile.functions.scriptId, (id) => [profile.strings[id], { kind: 'original' as const }]));
    const analysis = analyze([{ located: locateProfile(profile, scripts, 'win32'), summary: plainFacts }]);
    matchGolden('report/windows.txt', writeReport(analysis, 'text', { ...plainOptions, paths: 'win32', cwd: 'c:\\work', top: 5 }));
    matchGolden('report/windows-outside.txt', writeReport(analysis, 'text', { ...plainOptions, paths: 'win32', cwd: 'D:\\', top: 2 }));
  });

  for (const major of [20, 24]) {
    it(`of a file Node ${major} wrote name the loop and its line`, () => {
      matchAll(`node${major}`, analyzeRecorded(`rows-node${major}.cpuprofile`), { cwd: '/tmp/rows', nodeVersion: `v${major}`, top: 4 });
    });
  }
});
