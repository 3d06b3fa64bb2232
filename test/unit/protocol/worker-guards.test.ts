import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isCompareAnswer, isCompareRequest } from '../../../src/protocol/compare.ts';
import * as worker from '../../../src/protocol/worker.ts';

type Guard = (value: unknown) => boolean;
const at = { line: 1, column: 1, endLine: 1, endColumn: 2 };
const finding = { rule: 'n-plus-one', ...at, chain: [] };
const scan = { root: '/p', paths: [], rules: ['a'], factsFolder: null };
const read = { paths: ['/a'], roots: [] };
const source = { file: '/a.ts', text: '' };

/** Each guard with a message it takes; of every field it checks, another kind must be refused. */
const cases: readonly (readonly [name: string, guard: Guard, good: Readonly<Record<string, unknown>>])[] = [
  ['a request to read', worker.isReadRequest, read],
  ['a request to scan', worker.isScanRequest, scan],
  ['a project to keep open', worker.isOpenProjectRequest, { root: '/p', rules: [], factsFolder: '/f' }],
  ['a file to analyse', worker.isAnalyseFileRequest, { path: 'a.ts', text: null }],
  ['how far a scan is', worker.isScanProgress, { filesRead: 1, files: 2, findings: [] }],
  ['a scan\'s result', worker.isScanResult, { findings: [], filesSkipped: [], coverage: {}, filesScanned: 0 }],
  ['a request to write', worker.isExportTask, { ...read, format: 'pprof', cwd: '/p' }],
  ['what was written', worker.isExportAnswer, { ok: true, bytes: new Uint8Array(1) }],
  ['a refusal to write', worker.isExportAnswer, { ok: false, problem: {} }],
  ['a source', worker.isSourceRequest, source],
  ['a finding to fix', worker.isFixRequest, { ...source, finding }],
  ['a finding to silence', worker.isSuppressRequest, { ...source, finding, reason: 'few', scope: 'file' }],
  ['what was read', worker.isReadAnswer, { inputs: [{ ok: true, manifest: null }, { ok: false, problem: {} }], analysis: { recordings: [], functions: [], lines: [], problems: [] }, data: { strings: [], lanes: [], functions: {} } }],
  ['how far a reading is', worker.isReadProgress, { bytes: 1, total: 2 }],
  ['a request to compare', isCompareRequest, { before: { path: '/a', label: 'a' }, after: { path: '/b', label: 'b' }, roots: [], measure: null, columns: true }],
  ['what was compared', isCompareAnswer, { ok: true, comparison: { functions: [] }, joined: null }],
  ['a refusal to compare', isCompareAnswer, { ok: false, problem: {} }],
];
/** Of no message any field has one of these. */
const wrong = fc.constantFrom<unknown>(undefined, Symbol.iterator, 1n, () => undefined, 'neither word');
const textFields = new Set(['root', 'path', 'file', 'text', 'cwd', 'reason', 'factsFolder']);

describe('Words between the threads', () => {
  for (const [name, guard, good] of cases) {
    it(`${name}: taken when each field has its kind, whatever else is there`, () => {
      assert.ok(guard(good));
      assert.ok(guard({ ...good, later: Symbol.iterator }));
    });

    it(`${name}: refused when one field has not, or is missing`, () => {
      fc.assert(fc.property(fc.constantFrom(...Object.keys(good)), wrong, (field, value) => {
        if (typeof value === 'string' && textFields.has(field)) return;
        if (field === 'ok' && good[field] === false) return;
        assert.ok(!guard({ ...good, [field]: value }), field);
      }));
      for (const value of [null, undefined, 7, 'text', [], [good]]) assert.ok(!guard(value), JSON.stringify(value));
    });
  }

  it('a finding to fix has its place and its way, all of it', () => {
    for (const field of Object.keys(finding)) assert.ok(!worker.isFixRequest({ ...source, finding: { ...finding, [field]: null } }), field);
  });

  it('silencing is of a place or a file and nothing wider', () => {
    for (const scope of ['place', 'file']) assert.ok(worker.isSuppressRequest({ ...source, finding, reason: '', scope }));
    assert.ok(!worker.isSuppressRequest({ ...source, finding, reason: '', scope: 'project' }));
  });

  it('edits and fixes are lists of whole ones', () => {
    const edit = { start: 0, end: 1, text: 'x' };
    assert.ok(worker.isSourceEdits([]) && worker.isSourceEdits([edit]) && worker.isSourceFixes([{ title: 't', edits: [edit] }]));
    for (const field of Object.keys(edit)) {
      const broken = { ...edit, [field]: null };
      assert.ok(!worker.isSourceEdits([edit, broken]) && !worker.isSourceFixes([{ title: 't', edits: [broken] }]), field);
    }
    assert.ok(!worker.isSourceFixes([{ edits: [] }]) && !worker.isSourceFixes({}) && !worker.isSourceEdits(null));
  });

  it('ranges of functions are lists of whole ones', () => {
    const range = { name: 'f', startLine: 1, endLine: 2 };
    assert.ok(worker.isFunctionRanges([range]));
    for (const field of Object.keys(range)) assert.ok(!worker.isFunctionRanges([range, { ...range, [field]: undefined }]), field);
    assert.ok(!worker.isFunctionRanges(range));
  });

  it('nothing is null or undefined', () => {
    assert.deepEqual([null, undefined, 0, '', false, {}].map(worker.isNothing), [true, true, false, false, false, false]);
  });

  it('a measure is one of two, or left to the unit', () => {
    const request = { before: { path: '/a', label: '' }, after: { path: '/b', label: '' }, roots: [], columns: false };
    assert.deepEqual([null, 'absolute', 'share', 'usual', undefined].map((measure) => isCompareRequest({ ...request, measure })), [true, true, true, false, false]);
  });
});
