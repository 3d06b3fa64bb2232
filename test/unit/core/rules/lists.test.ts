import assert from 'node:assert/strict';
import { extractFacts } from '../../../../src/core/callgraph/extract-facts.ts';
import type { FileFacts } from '../../../../src/core/callgraph/facts.ts';
import type { Term } from '../../../../src/core/callgraph/terms.ts';
import { keyOf, namesOf, rootOf } from '../../../../src/core/rules/lists/term-root.ts';
import { isPageCode } from '../../../../src/core/rules/page-code.ts';
import { loadParser } from '../../../../src/session/scan/load-parser.ts';

const parser = await loadParser();

/** The facts of a file, and the term of `it`. */
const termOf = (expression: string): { readonly file: FileFacts; readonly term: Term } => {
  const extraction = extractFacts(parser, 'a.ts', `let rows, byId, row;\nconst it = ${expression};`);
  assert.ok(extraction.ok);
  const { facts } = extraction;
  return { file: facts, term: facts.bindings[facts.names.get('it') ?? -1] };
};

const rootName = (expression: string): string => {
  const { file, term } = termOf(expression);
  const root = rootOf(term);
  return root.kind === 'binding' ? file.bindingNames[root.id] : root.kind;
};

describe('what a list is read out of', () => {
  it('is the object of members, calls and elements', () => {
    assert.equal(rootName('row.tags[0].names'), 'row');
    assert.equal(rootName('rows.filter(Boolean).map(String)'), 'rows');
    assert.equal(rootName('row?.tags ?? []'), 'row');
  });

  it('is what functions of the language are given', () => {
    assert.equal(rootName('Object.keys(row.tags)'), 'row');
    assert.equal(rootName('[...byId.values()]'), 'byId');
  });

  it('is itself where it is made', () => {
    assert.equal(rootName('[rows, row]'), 'array');
    assert.equal(rootName('load(row)'), 'call');
    assert.equal(rootName('new Set(rows)'), 'new');
  });

  it('has one key however often it is written, and none when it is computed', () => {
    const { term } = termOf('row.tags');
    assert.equal(keyOf(term), keyOf(termOf('row.tags').term));
    assert.notEqual(keyOf(term), keyOf(termOf('row.names').term));
    assert.equal(keyOf(termOf('row[rows]').term), null);
  });

  it('is named in messages as it is written', () => {
    const names = (expression: string) => {
      const { file, term } = termOf(expression);
      return namesOf(file, term).join('.');
    };
    assert.equal(names('row.tags'), 'row.tags');
    assert.equal(names('[...byId.values()]'), 'byId.values');
    assert.equal(names('Object.keys(row)'), 'row');
  });
});

describe('where a name is declared', () => {
  const places = (text: string): Record<string, string> => {
    const extraction = extractFacts(parser, 'a.ts', text);
    assert.ok(extraction.ok);
    const { facts } = extraction;
    return Object.fromEntries(facts.bindingNames.map((name, id) => [name, `${facts.functions[facts.bindingPlaces[id].functionId].name}/${facts.bindingPlaces[id].depth}`]));
  };

  it('is its function and how many loops of it stand around', () => {
    const found = places('const all = 1; function f(given) { const before = 1; for (const one of given) { const inside = 1; for (let i = 0; i < 3; i++) { const deep = 1; } } }');
    assert.deepEqual(found, { all: '/0', f: '/0', given: 'f/0', before: 'f/0', one: 'f/1', inside: 'f/1', i: 'f/2', deep: 'f/2' });
  });

  it('begins anew in a function within a loop', () => {
    assert.equal(places('for (const one of [1]) { const g = (given) => { const own = 1; }; }').own, 'g/0');
  });
});

describe('code of a page', () => {
  it('is told by its ending or its folder', () => {
    assert.ok(isPageCode('src/list.tsx') && isPageCode('client/lib/a.js') && isPageCode('packages/front-end/services/a.ts'));
    assert.ok(!isPageCode('src/server/client.ts') && !isPageCode('packages/republic/a.ts'));
  });
});
