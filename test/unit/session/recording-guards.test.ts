import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findManifestFault, isManifest } from '../../../src/capture/store/check-manifest.ts';
import type { RecordingManifest } from '../../../src/capture/store/manifest.ts';
import { isSidecar } from '../../../src/protocol/is-sidecar.ts';
import type { ProbeSidecar } from '../../../src/protocol/probe.ts';

const manifest: RecordingManifest = {
  version: 1, id: 'x', label: 'main.js', file: '/p/main.js', args: ['a'], cwd: '/p', command: ['node', 'main.js'], loader: 'none', nodePath: '/n', nodeVersion: 'v24.1.0', intervalUs: 1000,
  startedAt: '2026-01-01T00:00:00.000Z', durationMs: 10, exitCode: 0, signal: null, partial: false, reason: '', git: { commit: 'abc', dirty: true },
  profiles: [{ profile: '1-0-1.cpuprofile', sidecar: '' }], sources: [{ file: '/p/main.js', sha256: '00' }], problems: [{ code: 'a', message: 'b' }],
};
const sidecar: ProbeSidecar = {
  version: 1, pid: 1, parentPid: 0, threadId: 0, label: 'main.js', argv: ['node'], nodeVersion: 'v24.1.0', intervalUs: 1000, reason: 'exit', signal: null, durationMs: 3, probeCpuMs: 5,
  processCpuMs: 7, scripts: [{ scriptId: '1', url: '', sourceMapUrl: '', diskHash: '', lines: 1 }], notes: [{ code: 'permission-denied', detail: '' }],
};

describe('what lies in a recording', () => {
  it('is taken when every field has its kind, whatever else is there', () => {
    assert.ok(isManifest({ ...manifest, later: { any: 1 } }) && isSidecar({ ...sidecar, later: [1] }));
  });

  it('is refused by the name of the first field that has not', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(manifest)), fc.constantFrom(undefined, {}, [1], [{}], Symbol.iterator), (field, value) => {
      assert.equal(findManifestFault({ ...manifest, [field]: value }), field);
    }));
    fc.assert(fc.property(fc.constantFrom(...Object.keys(sidecar)), fc.constantFrom(undefined, {}, [1], [{}], NaN), (field, value) => {
      assert.ok(!isSidecar({ ...sidecar, [field]: value }), field);
    }));
    for (const value of [null, 7, 'text', [manifest]]) assert.ok(!isManifest(value) && !isSidecar(value));
  });

  it('names profiles of its own folder only', () => {
    for (const name of ['../a', 'a/b', 'a\\b', '..', '.', '', 'C:a', '/etc/passwd', 'a\0b']) {
      assert.equal(findManifestFault({ ...manifest, profiles: [{ profile: name, sidecar: '' }] }), 'profiles', name);
      if (name !== '') assert.equal(findManifestFault({ ...manifest, profiles: [{ profile: 'a', sidecar: name }] }), 'profiles', name);
    }
  });

  it('has scripts with whole functions, or none told', () => {
    const [script] = sidecar.scripts;
    const fn = { name: 'f', line: 1, column: 1, endLine: 2 };
    const withScript = (more: object): boolean => isSidecar({ ...sidecar, scripts: [script, { ...script, ...more }] });
    assert.ok(withScript({}) && withScript({ functions: [] }) && withScript({ functions: [fn, fn] }));
    for (const field of Object.keys(script)) assert.ok(!withScript({ [field]: null }), field);
    for (const field of Object.keys(fn)) assert.ok(!withScript({ functions: [fn, { ...fn, [field]: undefined }] }), field);
    for (const functions of [null, {}, [null], 'f']) assert.ok(!withScript({ functions }), JSON.stringify(functions));
  });

  it('of a newer version says so first', () => {
    assert.equal(findManifestFault({ version: 2 }), 'version');
  });
});
