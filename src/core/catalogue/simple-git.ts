import type { Client } from './client.ts';

export const simpleGit: Client = {
  id: 'simple-git',
  name: 'git',
  kind: 'process',
  modules: ['simple-git', 'simple-git/promise'],
  exports: { default: { gives: 'git' }, simpleGit: { gives: 'git' }, SimpleGit: { type: 'git' } },
  shapes: { git: { reads: ['raw', 'show', 'log', 'diff', 'status', 'revparse', 'branch', 'tags'], writes: ['add', 'commit', 'push', 'pull', 'fetch', 'checkout', 'tag', 'addTag', 'clone'] } },
  instead: { read: 'Run git once with all names.', write: 'Run git once with all names (`push` and `add` take many).' },
};
