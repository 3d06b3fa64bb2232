import assert from 'node:assert/strict';
import { findNeighbours } from '../../../src/webview/model/neighbours.ts';
import { heaviestCall } from '../../../src/webview/model/walk-tree.ts';
import { ProfileModel } from '../../../src/webview/model/profile-model.ts';
import { sumOrigins } from '../../../src/webview/model/sum-origins.ts';
import { findMatches } from '../../../src/webview/search/find-matches.ts';
import { drawFlame, nameOf, rowNamed, scopeOf } from '../core/layout/flame-fixture.ts';

const modelOf = (data: ReturnType<typeof drawFlame>): ProfileModel =>
  new ProfileModel({ revision: 1, data, places: Array.from({ length: data.functions.length }, (_, func) => (data.functions.line[func] > 0 ? `src/main.js:${data.functions.line[func]}` : '')), openable: new Uint8Array(data.functions.length) });

describe('callers and callees', () => {
  const data = drawFlame([`
    main    main     main     main    other
    walk    walk     walk     leaf    leaf
    walk    leaf     walk
    leaf             leaf
  `]);
  const { tree } = scopeOf(data);
  const said = (edges: readonly { func: number; total: number }[]): string => edges.map(({ func, total }) => `${nameOf(data, func)} ${total / 1000}`).join(', ');

  it('are summed over all calls, heaviest first', () => {
    assert.equal(said(findNeighbours(tree, rowNamed(data, 'leaf')).callers), 'walk 3, main 1, other 1');
    assert.equal(said(findNeighbours(tree, rowNamed(data, 'main')).callees), 'walk 3, leaf 1');
  });
  it('count recursion once', () => {
    assert.equal(said(findNeighbours(tree, rowNamed(data, 'walk')).callers), 'main 3, walk 2');
    assert.equal(said(findNeighbours(tree, rowNamed(data, 'walk')).callees), 'leaf 3, walk 2');
  });
});

describe('the cost of a package', () => {
  const data = drawFlame([`
    main     main                                main                               (program)
    own      a@file:///p/node_modules/csv/i.js   a@file:///p/node_modules/csv/i.js
             b@file:///p/node_modules/csv/i.js   own
  `]);
  it('is one line a package, each moment counted once, and one a kind of code', () => {
    const { tree, functions } = scopeOf(data);
    const lines = sumOrigins(modelOf(data), tree, functions).map(({ name, self, total }) => `${name} ${self / 1000} of ${total / 1000}`);
    assert.deepEqual(lines.sort(), ['csv 1 of 2', 'own code 2 of 3', 'program 1 of 1']);
  });
});

describe('what a search found', () => {
  const data = drawFlame([`
    main     main     main    (program)
    parse    parse    draw
    parse    row
  `]);
  it('is a share of the time, each moment counted once', () => {
    const { tree, functions } = scopeOf(data);
    const matches = findMatches('/parse|row/', modelOf(data), tree, functions);
    assert.ok(matches && typeof matches !== 'string');
    assert.deepEqual([matches.total / 1000, matches.functions.map((func) => nameOf(data, func)).join(' ')], [2, 'parse row']);
  });
});

describe('a function without a name', () => {
  it('is named by its place', () => {
    const data = drawFlame(['main\n@file:///p/src/main.js:7:1']);
    const model = modelOf(data);
    assert.ok(Array.from({ length: data.functions.length }, (_, func) => model.name(func)).includes('(anonymous main.js:7)'), 'by its place');
  });
});

describe('the heaviest path', () => {
  it('ends at the call that spends more itself than any of its callees', () => {
    const data = drawFlame([`
      main     main     main     main     other
      parse    parse    parse    draw
      row
    `]);
    const { tree } = scopeOf(data);
    assert.equal(nameOf(data, tree.func[heaviestCall(tree, 0)]), 'parse');
  });
});
