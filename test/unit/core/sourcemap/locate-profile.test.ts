import assert from 'node:assert/strict';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import type { LocatedProfile } from '../../../../src/core/model/located.ts';
import { mappings } from '../../../../src/core/model/located.ts';
import { categories } from '../../../../src/core/model/profile.ts';
import { locateProfile } from '../../../../src/core/sourcemap/locate-profile.ts';
import { parseSourceMap } from '../../../../src/core/sourcemap/parse-source-map.ts';
import type { ScriptSource } from '../../../../src/core/sourcemap/script-source.ts';
import { smallProfile } from './small-profile.ts';

const source = `interface Row { readonly id: number }
enum Kind {
  Small,
  Large,
}

export function parseRow(row: Row): Kind {
  const size: number = row.id * 2;
  return size > 10 ? Kind.Large : Kind.Small;
}

export const sumRows = (rows: readonly Row[]): number => {
  let sum = 0;
  for (const row of rows) sum += parseRow(row);
  return sum;
};
`;

const mapped = (map: string, file: string): ScriptSource => {
  const parsed = parseSourceMap(map);
  assert.ok(parsed.ok);
  return { kind: 'mapped', map: parsed.value, files: parsed.value.sources.map(() => file) };
};

/** 1-based place of a text in a generated file. */
const placeOf = (code: string, text: string): { line: number; column: number } => {
  const at = code.indexOf(text);
  assert.ok(at >= 0, text);
  const before = code.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

/** One line a function: `name mapping file:line:column, ticks → lines`. */
const show = ({ profile, files, functions, tickLine }: LocatedProfile): string[] => Array.from({ length: profile.functions.length - 1 }, (_, at) => {
  const row = at + 1;
  const lines = Array.from(tickLine.subarray(profile.ticks.start[row], profile.ticks.start[row + 1]));
  return `${profile.strings[profile.functions.name[row]]} ${mappings[functions.mapping[row]]} ${files[functions.file[row]]}:${functions.line[row]}:${functions.column[row]}${lines.length > 0 ? ` ticks ${lines.join(' ')}` : ''}`;
});

const compiled = ts.transpileModule(source, { fileName: 'rows.ts', compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, sourceMap: true } });

describe('locateProfile', () => {
  it('leads functions and ticks of compiled TypeScript to the lines they were written on', () => {
    const code = compiled.outputText;
    const url = 'file:///work/dist/rows.js';
    const profile = smallProfile([
      { name: 'parseRow', url, scriptId: '7', ...placeOf(code, '(row)'), ticks: { [placeOf(code, 'const size').line]: 3, [placeOf(code, 'return size').line]: 2 } },
      { name: 'sumRows', url, scriptId: '7', ...placeOf(code, '(rows)'), ticks: { [placeOf(code, 'for (const row').line]: 4, [placeOf(code, 'sum +=').line]: 1 } },
    ]);
    const located = locateProfile(profile, new Map([['7', mapped(compiled.sourceMapText ?? '', '/work/src/rows.ts')]]), 'posix');
    assert.deepEqual(show(located), ['parseRow exact /work/src/rows.ts:7:25 ticks 8 9', 'sumRows exact /work/src/rows.ts:12:24 ticks 14 14']);
  });

  it('stays at function level when a loader printed the whole file on one line', () => {
    const { code, map } = transformSync(source, { loader: 'ts', minifyWhitespace: true, sourcemap: true, sourcefile: 'rows.ts', format: 'cjs' });
    const url = 'file:///work/src/rows.ts';
    const profile = smallProfile([{ name: 'parseRow', url, scriptId: '7', ...placeOf(code, '(row)'), ticks: { 1: 9 } }]);
    assert.equal(placeOf(code, '(row)').line, 1);
    assert.deepEqual(show(locateProfile(profile, new Map([['7', mapped(map, '/work/src/rows.ts')]]), 'posix')), ['parseRow function /work/src/rows.ts:7:17 ticks 0']);
  });

  it('keeps V8\'s positions without a map: exact where the script is its own source, generated where that is not known', () => {
    const profile = smallProfile([
      { name: 'a', url: 'file:///work/a.mjs', scriptId: '1', line: 3, column: 5, ticks: { 4: 1 } },
      { name: 'b', url: 'file:///work/b.js', scriptId: '2', line: 1, column: 9, ticks: { 1: 1 } },
      { name: 'readFileSync', url: 'node:fs', scriptId: '3', line: 400, column: 1, category: 'node' },
      { name: 'push', url: '', scriptId: '0', line: 0, column: 0, category: 'native' },
      { name: 'x', url: 'https://example.com/x.js', scriptId: '5', line: 1, column: 1 },
      { name: 'y', url: 'file://host/share/y.js', scriptId: '6', line: 1, column: 1 },
    ]);
    assert.deepEqual(show(locateProfile(profile, new Map([['1', { kind: 'original' }]]), 'posix')), [
      'a exact /work/a.mjs:3:5 ticks 4', 'b generated /work/b.js:1:9 ticks 1', 'readFileSync exact node:fs:400:1', 'push exact :0:0',
      'x generated https://example.com/x.js:1:1', 'y generated file://host/share/y.js:1:1',
    ]);
  });

  it('joins scripts by id: the same file loaded twice, once through a map, keeps both truths', () => {
    const code = compiled.outputText;
    const place = placeOf(code, '(row)');
    const fn = { name: 'parseRow', url: 'file:///work/dist/rows.js', ...place };
    const profile = smallProfile([{ ...fn, scriptId: '7' }, { ...fn, scriptId: '8' }]);
    const located = locateProfile(profile, new Map([['7', mapped(compiled.sourceMapText ?? '', '/work/src/rows.ts')]]), 'posix');
    assert.deepEqual(show(located), ['parseRow exact /work/src/rows.ts:7:25', `parseRow generated /work/dist/rows.js:${place.line}:${place.column}`]);
  });

  it('leaves a function generated when the source may not be named or its start is not mapped', () => {
    const code = compiled.outputText;
    const parsed = parseSourceMap(compiled.sourceMapText ?? '');
    assert.ok(parsed.ok);
    const profile = smallProfile([{ name: 'parseRow', url: 'file:///work/dist/rows.js', scriptId: '7', ...placeOf(code, '(row)'), ticks: { [placeOf(code, 'return size').line]: 1 } }]);
    const hidden: ScriptSource = { kind: 'mapped', map: parsed.value, files: [null] };
    assert.match(show(locateProfile(profile, new Map([['7', hidden]]), 'posix'))[0], /^parseRow generated \/work\/dist\/rows\.js:\d+:\d+ ticks \d+$/);
    const helper = smallProfile([{ name: '__helper', url: 'file:///work/dist/rows.js', scriptId: '7', line: 1, column: 3, ticks: { 1: 1 } }]);
    assert.deepEqual(show(locateProfile(helper, new Map([['7', mapped(compiled.sourceMapText ?? '', '/work/src/rows.ts')]]), 'posix')), ['__helper generated /work/dist/rows.js:1:3 ticks 1']);
  });

  it('calls bundled code a dependency when its original lies in node_modules', () => {
    const code = compiled.outputText;
    const profile = smallProfile([{ name: 'parseRow', url: 'file:///work/dist/bundle.js', scriptId: '7', ...placeOf(code, '(row)') }]);
    const located = locateProfile(profile, new Map([['7', mapped(compiled.sourceMapText ?? '', '/work/node_modules/rows/index.ts')]]), 'posix');
    assert.equal(categories[located.profile.functions.category[1]], 'dependency');
    assert.equal(categories[profile.functions.category[1]], 'own');
  });

  it('A3 locates no frame whose url has another scheme', () => {
    const urls = ['command:workbench.action.quit', 'javascript:alert(1)', 'vscode://x/y', 'data:text/javascript,1', 'evalmachine.<anonymous>', '../relative.js'];
    const profile = smallProfile(urls.map((url, at) => ({ name: 'f', url, scriptId: String(at), line: 1, column: 1 })));
    assert.deepEqual(show(locateProfile(profile, new Map(), 'posix')), urls.map((url) => `f generated ${url}:1:1`));
  });

  it('A13 locates places outside every file as unmapped', () => {
    const fn = { name: 'f', url: 'file:///work/dist/rows.js', scriptId: '7', ticks: { 2147483647: 1, 1: 1 } };
    const profile = smallProfile([{ ...fn, line: 2147483647, column: 2147483647 }, { ...fn, line: 0, column: 0 }, { ...fn, line: 1, column: 2147483647 }]);
    const located = locateProfile(profile, new Map([['7', mapped(compiled.sourceMapText ?? '', '/work/src/rows.ts')]]), 'posix');
    assert.deepEqual(show(located), ['f generated /work/dist/rows.js:2147483647:2147483647 ticks 1 2147483647', 'f generated /work/dist/rows.js:0:0 ticks 1 2147483647', 'f generated /work/dist/rows.js:1:2147483647 ticks 1 2147483647']);
  });
});
