import type { Client } from './client.ts';

export const processes: Client = {
  id: 'processes',
  name: 'child process',
  kind: 'process',
  modules: ['child_process', 'node:child_process', 'execa', 'zx', 'cross-spawn', 'tinyexec'],
  exports: {
    spawn: { runs: 'write' }, exec: { runs: 'write' }, execFile: { runs: 'write' }, fork: { runs: 'write' }, spawnSync: { runs: 'write' }, execSync: { runs: 'write' }, execFileSync: { runs: 'write' },
    execa: { runs: 'write' }, execaCommand: { runs: 'write' }, execaSync: { runs: 'write' }, $: { runs: 'write' }, x: { runs: 'write' }, default: { runs: 'write' },
  },
  shapes: {},
  instead: { read: 'Start it once with many arguments.', write: 'Start it once with many arguments.' },
};
