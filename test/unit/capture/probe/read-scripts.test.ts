import assert from 'node:assert/strict';
import type { Profiler, Session } from 'node:inspector';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import '../../../helpers/as-commonjs.ts';
import { readScriptFunctions } from '../../../../src/capture/probe/read-script-functions.ts';
import { isOwn, type ParsedScript, selectScripts } from '../../../../src/capture/probe/read-scripts.ts';
import { makeProject, removeProjects } from '../../../helpers/made-project.ts';

describe('A script of the project', () => {
  it('lies below its folder, as a URL or a path', () => {
    for (const url of ['file:///p/a.js', '/p/a.js', 'file:///p/b%20c/a.mjs', 'file:///p/src/node_modules.js']) assert.ok(isOwn(url, '/p/'), url);
  });

  it('is none outside of it, in a dependency, or Node\'s own', () => {
    for (const url of ['', 'node:fs', 'file:///project/a.js', 'file:///p/node_modules/x/a.js', 'https://example.org/p/a.js', 'file://host/p/a.js', 'evalmachine.<anonymous>']) assert.ok(!isOwn(url, '/p/'), url);
  });
});

describe('The scripts that are told', () => {
  afterEach(removeProjects);
  const script = (scriptId: string): ParsedScript => ({ scriptId, url: `file:///p/${scriptId}.js`, sourceMapUrl: '', lines: 1, length: 1 });
  const profile = (...frames: readonly (readonly [scriptId: string, url: string])[]): Profiler.Profile => ({
    nodes: frames.map(([scriptId, url], index) => ({ id: index + 1, callFrame: { functionName: '', scriptId, url, lineNumber: 0, columnNumber: 0 } })), startTime: 0, endTime: 0,
  });
  const ids = (scripts: readonly ParsedScript[]): readonly string[] => scripts.map(({ scriptId }) => scriptId);

  it('are those of the profile first, then the others', () => {
    const all = ['1', '2', '3'].map(script);
    assert.deepEqual(ids(selectScripts(all, profile(['3', 'file:///p/3.js']), '/p/')), ['3', '1', '2']);
  });

  it('are all of them without a profile', () => {
    assert.deepEqual(ids(selectScripts(['1', '2'].map(script), null, '/p/')), ['1', '2']);
  });

  it('are 300 at most of those that were not sampled', () => {
    const all = Array.from({ length: 400 }, (_, index) => script(String(index)));
    const told = ids(selectScripts(all, profile(['399', '']), '/p/'));
    assert.deepEqual([told.length, told[0], told[1], told.at(-1)], [301, '399', '0', '299']);
  });

  it('are read from disk when V8 has lost them, each once', () => {
    const root = makeProject({ 'lost.js': 'one\ntwo\n//# sourceMappingURL=lost.js.map\n' });
    const url = pathToFileURL(join(root, 'lost.js')).href;
    const gone = pathToFileURL(join(root, 'gone.js')).href;
    const told = selectScripts([], profile(['9', url], ['9', url], ['8', gone], ['7', 'file:///elsewhere/x.js']), `${root}/`);
    assert.deepEqual(told, [{ scriptId: '9', url, sourceMapUrl: 'lost.js.map', lines: 4, length: 0 }]);
  });
});

describe('The functions of a script', () => {
  type Covered = readonly { readonly scriptId: string; readonly functions: readonly { readonly functionName: string; readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[] }[] }[];
  const session = (covered: Covered | null, texts: Readonly<Record<string, string>>): Session => {
    const post = (method: string, ...rest: readonly unknown[]): void => {
      const answer = rest.at(-1);
      if (typeof answer !== 'function') return;
      if (method === 'Profiler.getBestEffortCoverage') Reflect.apply(answer, null, covered ? [null, { result: covered }] : [new Error('off'), undefined]);
      else {
        const params = rest[0] as { scriptId: string };
        const text = texts[params.scriptId];
        Reflect.apply(answer, null, text === undefined ? [new Error('gone'), undefined] : [null, { scriptSource: text }]);
      }
    };
    return { post } as unknown as Session;
  };
  const fn = (functionName: string, startOffset: number, endOffset: number) => ({ functionName, ranges: [{ startOffset, endOffset, count: 1 }] });
  const read = (text: string, ...functions: ReturnType<typeof fn>[]) => readScriptFunctions(session([{ scriptId: '1', functions }], { 1: text }), new Set(['1'])).get('1');

  it('begin and end at lines and columns from 1', () => {
    assert.deepEqual(read('a\nbc\n  d {\n}\n', fn('', 0, 14), fn('d', 7, 12)), [{ name: '', line: 1, column: 1, endLine: 5 }, { name: 'd', line: 3, column: 3, endLine: 4 }]);
  });

  it('count the line ends that V8 counts', () => {
    for (const end of ['\n', '\r', '\r\n', '\u2028', '\u2029']) assert.deepEqual(read(`a${end}f`, fn('f', 1 + end.length, 2 + end.length)), [{ name: 'f', line: 2, column: 1, endLine: 2 }], JSON.stringify(end));
  });

  it('are told of asked scripts that still have a text', () => {
    const functions = [fn('', 0, 1)];
    const covered = ['1', '2', '3'].map((scriptId) => ({ scriptId, functions }));
    assert.deepEqual([...readScriptFunctions(session(covered, { 1: 'x', 2: 'x' }), new Set(['2', '3'])).keys()], ['2']);
  });

  it('are none when V8 does not tell, or nobody asks', () => {
    assert.equal(readScriptFunctions(session(null, { 1: 'x' }), new Set(['1'])).size, 0);
    assert.equal(readScriptFunctions(session([{ scriptId: '1', functions: [] }], { 1: 'x' }), new Set()).size, 0);
  });

  it('are 20,000 at most over all scripts; a smaller script behind a large one still fits', () => {
    const many = (count: number) => Array.from({ length: count }, () => fn('f', 0, 1));
    const covered = [{ scriptId: '1', functions: many(15_000) }, { scriptId: '2', functions: many(5_001) }, { scriptId: '3', functions: many(5_000) }];
    assert.deepEqual([...readScriptFunctions(session(covered, { 1: 'x', 2: 'x', 3: 'x' }), new Set(['1', '2', '3'])).keys()], ['1', '3']);
  });
});
