import assert from 'node:assert/strict';
import { findCallers } from '../../../../src/core/compare/find-callers.ts';
import { drawFlame, nameOf } from '../layout/flame-fixture.ts';

describe('Whom a function is mostly called by', () => {
  const callersOf = (...drawings: readonly string[]): Record<string, string> => {
    const data = drawFlame(drawings);
    const pairs = [...findCallers(data)].map((caller, func) => [nameOf(data, func), caller < 0 ? '–' : nameOf(data, caller)] as const);
    return Object.fromEntries(pairs.filter(([name]) => /^[a-z]/.test(name)));
  };

  it('is the caller of its heaviest call, over all threads', () => {
    assert.equal(callersOf('main  main   main\none   other  other\nf     f      f')['f'], 'other');
    assert.equal(callersOf('one\nf', 'other  other\nf      f')['f'], 'other');
  });

  it('is the first of two that weigh the same', () => {
    assert.equal(callersOf('main  main\none   other\nf     f')['f'], 'one');
  });

  it('is whoever called the native one between', () => {
    assert.equal(callersOf('main\nload\nmap@\nf')['f'], 'load');
  });

  it('is not itself', () => {
    assert.equal(callersOf('main\nf\nf\nf')['f'], 'main');
  });
});
