import assert from 'node:assert/strict';
import { extractFacts } from '../../../../src/core/callgraph/extract-facts.ts';
import type { NoteReader } from '../../../../src/core/callgraph/note-reader.ts';
import { readTerm } from '../../../../src/core/callgraph/read-terms.ts';
import { loadParser } from '../../../../src/session/scan/load-parser.ts';

const parser = await loadParser();

const notesOf = (text: string, ...readers: NoteReader[]) => {
  const extraction = extractFacts(parser, 'a.ts', text, readers);
  assert.ok(extraction.ok);
  return extraction.facts;
};

const deletions: NoteReader = {
  rule: 'deletions',
  nodes: ['UnaryExpression'],
  read: (node, names, text) =>
    node.type === 'UnaryExpression' && node.operator === 'delete' ? { at: node.argument, terms: { target: readTerm(node.argument, names) }, detail: { text: text.slice(...node.range) } } : null,
};

const functions: NoteReader = { rule: 'functions', nodes: ['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'], read: () => ({}) };

describe('notes', () => {
  it('say where a node stands: the place pointed at, the function, the loops around it', () => {
    const { notes, functions: found } = notesOf('function f(o, keys) {\n  for (const key of keys) delete o[key];\n}', deletions);
    assert.deepEqual(notes.map(({ rule, span, functionId, loops, detail }) => ({ rule, column: span.column, in: found[functionId].name, over: loops.map(({ over }) => over), detail })), [
      { rule: 'deletions', column: 34, in: 'f', over: ['keys'], detail: { text: 'delete o[key]' } },
    ]);
  });

  it('hold terms that name the bindings of the place', () => {
    const { notes, bindingNames } = notesOf('const o = {};\n{ const o = {}; delete o.a; }\ndelete o.b;', deletions);
    const ids = notes.map(({ terms: { target } }) => (target.kind === 'member' && target.object.kind === 'binding' ? target.object.id : -1));
    assert.deepEqual(ids.map((id) => bindingNames[id]), ['o', 'o']);
    assert.notEqual(ids[0], ids[1]);
  });

  it('leave out what a reader has nothing to say of, and nodes it did not ask for', () => {
    assert.deepEqual(notesOf('!a; delete b.c;', deletions).notes.length, 1);
    assert.deepEqual(notesOf('a.b();', deletions).notes, []);
  });

  it('are taken once for each function, however it is written', () => {
    const { notes } = notesOf('function a() {}\nxs.map(() => 1);\nconst b = function () {};\nclass C { m() {} }\nexport default () => {};', functions);
    assert.deepEqual(notes.map(({ span }) => span.line), [1, 2, 3, 4, 5]);
  });

  it('are taken by every reader in one walk', () => {
    assert.deepEqual(notesOf('const f = (o) => { delete o.a; };', deletions, functions).notes.map(({ rule }) => rule), ['functions', 'deletions']);
  });

  it('are plain data', () => {
    const { notes } = notesOf('delete a.b;', deletions);
    assert.deepEqual(JSON.parse(JSON.stringify(notes)), notes);
  });
});
