import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { readSourceMap } from '../../../src/session/read-source-map.ts';
import { createRootGuard } from '../../../src/session/root-guard.ts';
import { makeProject, removeProjects, writeInto } from '../../helpers/made-project.ts';

describe('A script\'s source map', () => {
  afterEach(removeProjects);
  let root = '';
  beforeEach(() => {
    root = makeProject({ 'dist/a.js': '', 'src/a.ts': '' });
  });

  const map = (sources: readonly (string | null)[]): string => JSON.stringify({ version: 3, sources, names: [], mappings: 'AAAA' });
  const script = (): string => join(root, 'dist', 'a.js');
  const read = (url: string, modifiedMs: number | null = null) => readSourceMap(url, script(), modifiedMs, createRootGuard([root]));
  const outcome = (url: string, modifiedMs: number | null = null) => {
    const { source, problems } = read(url, modifiedMs);
    return [source.kind === 'mapped' ? source.files : source.kind, ...problems.map(({ message }) => message)];
  };
  const base64 = (text: string): string => `data:application/json;base64,${Buffer.from(text).toString('base64')}`;
  const files = () => [[join(root, 'src', 'a.ts')]];

  describe('inline', () => {
    it('is read in base 64 and in percent signs, whatever its letters\' case', () => {
      const text = map(['../src/a.ts']);
      for (const url of [base64(text), base64(text).replace('base64', 'BASE64').replace('data:', 'DATA:'), `data:application/json,${encodeURIComponent(text)}`, `data:application/json;charset=utf-8;base64,${Buffer.from(text).toString('base64')}`]) {
        assert.deepEqual(outcome(url), files(), url.slice(0, 40));
      }
    });

    it('that is no text is told and not used', () => {
      for (const url of ['data:application/json', 'data:application/json,%E0%A4%A']) assert.deepEqual(outcome(url), ['generated', 'The inline source map could not be decoded'], url);
    });

    it('that the probe left out for its size is told', () => {
      assert.deepEqual(outcome('data:,'), ['generated', 'The inline source map is too large and was not used']);
    });

    it('is never older than its script', () => {
      assert.deepEqual(outcome(base64(map(['../src/a.ts'])), Date.now() + 1e9), files());
    });
  });

  describe('beside the script', () => {
    const write = (seconds: number, text = map(['../src/a.ts'])): void => {
      writeInto(root, 'dist/a.js.map', text);
      utimesSync(join(root, 'dist/a.js.map'), seconds, seconds);
    };

    it('may be two seconds older: builds write one after the other', () => {
      write(1000);
      assert.deepEqual(outcome('a.js.map', 1_002_000), files());
      assert.deepEqual(outcome('a.js.map', 1_002_001), ['generated', 'The source map is older than the script it describes, so it was not used; build again']);
      assert.deepEqual(outcome('a.js.map', null), files());
    });

    it('names its own file when it is broken', () => {
      write(1000, '{"version":3');
      assert.deepEqual(read('a.js.map').problems.map(({ file }) => file), [join(root, 'dist/a.js.map')]);
    });

    it('names the script when it is not there to be asked', () => {
      const said = (url: string) => read(url).problems.map(({ code, file }) => [code, file]);
      assert.deepEqual(said('https://example.org/a.js.map'), [['source-map-remote', script()]]);
      assert.deepEqual(said('../../elsewhere/a.js.map'), [['source-map-outside', script()]]);
      assert.deepEqual(said('gone.js.map'), [['source-map-unreadable', join(root, 'dist', 'gone.js.map')]]);
    });
  });

  it('leaves out sources that lie outside or are no files, and counts each kind', () => {
    const { source, problems } = read(base64(map(['../src/a.ts', '../../x.ts', '../../y.ts', 'https://example.org/z.ts', null])));
    assert.ok(source.kind === 'mapped');
    assert.deepEqual(source.files, [join(root, 'src', 'a.ts'), null, null, null, null]);
    assert.deepEqual(problems.map(({ code, message }) => [code, message]), [
      ['source-outside', 'Sources of the source map that lie outside the workspace: 2; their functions stay on the generated file'],
      ['source-not-a-file', 'Sources of the source map that are not files of this machine: 2; their functions stay on the generated file'],
    ]);
  });
});
