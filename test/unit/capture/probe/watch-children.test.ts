import assert from 'node:assert/strict';
import { channel } from 'node:diagnostics_channel';
import '../../../helpers/as-commonjs.ts';
import { addPreload } from '../../../../src/capture/launch/node-options.ts';
import { watchChildren } from '../../../../src/capture/probe/watch-children.ts';
import type { ProbeNote } from '../../../../src/protocol/probe.ts';

/** What Node hands to `spawn` of a child, normalised. */
interface SpawnOptions {
  readonly file?: unknown;
  readonly args?: unknown;
  envPairs?: unknown;
}

describe('Children of a program', () => {
  let notes: ProbeNote[] = [];
  let spawned: unknown[] = [];
  class Child {
    spawn(options: unknown): string {
      spawned.push(options);
      return 'started';
    }
  }
  const child = new Child();
  const withProbe = `NODE_OPTIONS=${addPreload('--max-old-space-size=99', '/ext/dist/probe.cjs')}`;
  const spawn = (options: SpawnOptions): ProbeNote[] => {
    notes = [];
    assert.equal(child.spawn(options), 'started');
    return notes;
  };
  before(() => {
    watchChildren((note) => notes.push(note));
    channel('child_process').publish({ process: child });
  });
  beforeEach(() => void (spawned = []));

  it('that start with our preload are nothing to tell', () => {
    assert.deepEqual(spawn({ file: process.execPath, args: ['node', 'a.js'], envPairs: ['A=1', withProbe] }), []);
  });

  it('that start without it are told by what they run, cut', () => {
    assert.deepEqual(spawn({ file: '/usr/bin/node', args: ['node', 'a.js', '--fast'], envPairs: [] }), [{ code: 'child-without-probe', detail: 'a.js --fast' }]);
    assert.equal(spawn({ file: 'node', args: ['node', 'x'.repeat(500)], envPairs: ['NODE_OPTIONS=--require "/mine.cjs"'] })[0]?.detail.length, 200);
  });

  it('are told on Windows too, and by the name alone', () => {
    for (const file of ['C:\\Program Files\\nodejs\\NODE.EXE', 'node.exe', 'node']) assert.equal(spawn({ file, args: [], envPairs: [] }).length, 1, file);
  });

  it('that are no Node are none of our business', () => {
    for (const file of ['/bin/sh', 'nodemon', '/opt/node/bin/npm', '/p/mynode', 7, undefined]) assert.deepEqual(spawn({ file, args: ['x'], envPairs: [] }), [], String(file));
  });

  it('that start with the permission model are told, and lose our preload alone', () => {
    const options: SpawnOptions = { file: 'node', args: ['node', '--permission', 'a.js'], envPairs: ['A=1', withProbe] };
    assert.deepEqual(spawn(options), [{ code: 'permission-denied', detail: '--permission a.js' }]);
    assert.deepEqual(options.envPairs, ['A=1', 'NODE_OPTIONS=--max-old-space-size=99']);
    assert.equal(spawn({ file: 'node', args: ['node', '--permission-like'], envPairs: [withProbe] }).length, 0);
  });

  it('start as they would have, whatever stands in their options', () => {
    const odd = [null, 'text', { file: 'node', args: 'a', envPairs: 7 }, new Proxy({}, { get: () => { throw new Error('not for you'); } })];
    for (const options of odd) {
      assert.equal(child.spawn(options), 'started');
      assert.equal(spawned.at(-1), options);
    }
  });
});
