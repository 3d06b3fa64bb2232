import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { analyze } from '../../src/core/model/analyze.ts';
import { writeReport } from '../../src/core/report/write-report.ts';
import { locateProfile } from '../../src/core/sourcemap/locate-profile.ts';
import { parseSourceMap } from '../../src/core/sourcemap/parse-source-map.ts';
import { pathStyleOf } from '../../src/core/sourcemap/path-style-of.ts';
import { resolveSource } from '../../src/core/sourcemap/resolve-source.ts';
import type { ScriptSource } from '../../src/core/sourcemap/script-source.ts';
import { matchGolden } from '../helpers/golden.ts';
import { readSound } from '../helpers/profile-fixture.ts';
import { plainFacts, plainOptions } from '../unit/core/report/drawn-analysis.ts';

const recorded = join(import.meta.dirname, 'recorded');
const script = 'C:\\Users\\Ada\\My Project\\dist\\rows.mjs';

/** A map that says rows.mjs was printed from src\rows.mts, two lines further down, as a compiler on Windows writes it. */
const shiftedMap = (): string => {
  const text = readFileSync(join(recorded, 'rows.mjs'), 'utf8');
  const { sourceMapText } = ts.transpileModule(`\n\n${text}`, { fileName: 'rows.mts', compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, sourceMap: true } });
  return JSON.stringify({ ...JSON.parse(sourceMapText ?? ''), sources: ['../src/rows.mts'] });
};

describe('profiles of Windows', () => {
  it('are led through their maps to paths of Windows, wherever they are read', () => {
    const text = readFileSync(join(recorded, 'rows-node24.cpuprofile'), 'utf8');
    const profile = readSound(Buffer.from(text.replaceAll(/file:\/\/\/[^"]*rows\.mjs/g, 'file:///c:/Users/Ada/My%20Project/dist/rows.mjs')));
    const style = pathStyleOf(profile);
    const parsed = parseSourceMap(shiftedMap());
    if (!parsed.ok) throw new Error(parsed.problem.message);
    const source: ScriptSource = { kind: 'mapped', map: parsed.value, files: parsed.value.sources.map((name) => resolveSource(name ?? '', script, style)) };
    const scripts = new Map(Array.from(profile.functions.scriptId, (id, row) => [profile.strings[id], profile.strings[profile.functions.url[row]].endsWith('rows.mjs') ? source : { kind: 'original' as const }]));
    const analysis = analyze([{ located: locateProfile(profile, scripts, style), summary: { ...plainFacts, label: 'rows.mjs' } }]);
    matchGolden('report/windows-maps.txt', writeReport(analysis, 'text', { ...plainOptions, paths: style, cwd: 'C:\\Users\\Ada\\My Project' }));
    matchGolden('report/windows-maps.md', writeReport(analysis, 'markdown', { ...plainOptions, paths: style, top: 3, cwd: 'D:\\elsewhere' }));
  });
});
