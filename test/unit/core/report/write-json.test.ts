import assert from 'node:assert/strict';
import { writeJson } from '../../../../src/core/report/write-json.ts';
import { analyzeDrawn, plainOptions } from './drawn-analysis.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const parse = (json: string): Record<string, unknown> => {
  const value: unknown = JSON.parse(json);
  assert.ok(isRecord(value));
  return value;
};
const first = (value: unknown): Record<string, unknown> => {
  assert.ok(Array.isArray(value) && isRecord(value[0]));
  return value[0];
};

const analysis = analyzeDrawn('main+10  main+11  parse@/elsewhere/x.js:2', { url: '/project/main.js', problems: [{ code: 'a', message: 'b', file: '/project/p.cpuprofile', byte: 7, field: 'nodes[3].id' }] });

describe('the JSON report', () => {
  it('has exactly the fields of the contract, in every kind of row', () => {
    const document = parse(writeJson(analysis, plainOptions));
    assert.deepEqual(Object.keys(document), ['version', 'recordings', 'categories', 'functions', 'lines', 'problems', 'truncated']);
    assert.deepEqual(Object.keys(first(document.recordings)), ['label', 'pid', 'threadId', 'durationMs', 'idleMs', 'samples', 'intervalUs', 'overheadShare', 'partial', 'reason', 'exitCode', 'signal']);
    assert.deepEqual(Object.keys(first(document.categories)), ['name', 'selfMs']);
    assert.deepEqual(Object.keys(first(document.functions)), ['name', 'file', 'line', 'column', 'category', 'mapping', 'selfMs', 'totalMs', 'selfShare', 'totalShare', 'shareError', 'samples']);
    assert.deepEqual(Object.keys(first(document.lines)), ['file', 'line', 'selfMs', 'share', 'samples']);
    assert.deepEqual(first(document.problems), { code: 'a', message: 'b', file: 'p.cpuprofile', byte: 7, field: 'nodes[3].id' });
  });

  it('names files relative to the working directory inside it, absolute outside', () => {
    const files = (cwd: string): unknown => {
      const { functions } = parse(writeJson(analysis, { ...plainOptions, cwd }));
      return Array.isArray(functions) && functions.map((entry) => isRecord(entry) && entry.file);
    };
    assert.deepEqual(files('/project'), ['main.js', '/elsewhere/x.js']);
    assert.deepEqual(files('/'), ['project/main.js', 'elsewhere/x.js']);
    assert.deepEqual(files('/proj'), ['/project/main.js', '/elsewhere/x.js']);
  });

  it('is not cut when --top is as many as there are', () => {
    const most = Math.max(analysis.functions.length, analysis.lines.length);
    assert.deepEqual([most, most - 1].map((top) => parse(writeJson(analysis, { ...plainOptions, top })).truncated), [false, true]);
  });

  it('cuts functions and lines at --top and says so; 0 shows all', () => {
    const cut = parse(writeJson(analysis, { ...plainOptions, top: 1 }));
    assert.ok(Array.isArray(cut.functions) && cut.functions.length === 1 && Array.isArray(cut.lines) && cut.lines.length === 1 && cut.truncated === true);
    const all = parse(writeJson(analysis, { ...plainOptions, top: 0 }));
    assert.ok(Array.isArray(all.functions) && all.functions.length === 2 && Array.isArray(all.lines) && all.lines.length === 3 && all.truncated === false);
    assert.equal(parse(writeJson(analysis, { ...plainOptions, top: 3 })).truncated, false);
  });

  it('A6 carries no character a terminal would obey, and reads back as it was', () => {
    const [entry] = analysis.functions;
    const name = 'a\u001b[31m\u009b31m\u007f\u202e\u200b\ufeff\u2028\ud800"\\';
    const json = writeJson({ ...analysis, functions: [{ ...entry, name }] }, plainOptions);
    assert.doesNotMatch(json, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/);
    assert.equal(first(parse(json).functions).name, name);
  });

  it('is one document that ends with a newline', () => {
    assert.match(writeJson(analysis, plainOptions), /^\{[^]*\}\n$/);
  });
});
