import assert from 'node:assert/strict';
import { Invocations } from '../../../../src/core/callgraph/invocation.ts';
import { Linker } from '../../../../src/core/callgraph/linker.ts';
import { Occurrences } from '../../../../src/core/callgraph/occurrences.ts';
import { Reach } from '../../../../src/core/callgraph/reach.ts';
import { RequestPaths } from '../../../../src/core/callgraph/request-paths.ts';
import { Summaries } from '../../../../src/core/callgraph/summarize.ts';
import { hostOf } from '../../../helpers/scan-case.ts';

function project(files: Record<string, string>) {
  const host = hostOf(new Map(Object.entries(files)));
  const linker = new Linker(host);
  const occurrences = new Occurrences(linker, new Invocations(linker));
  const summaries = new Summaries(linker, occurrences);
  const functionNamed = (path: string, name: string) => {
    const file = host.facts(path);
    const facts = file?.functions.find((candidate) => candidate.name === name);
    assert.ok(file && facts, name);
    return { file, facts };
  };
  return { host, occurrences, summaries, functionNamed };
}

/** `routes.ts:3 load → store.ts:1 read`; `null` when no request comes there. */
function wayTo(files: Record<string, string>, path: string, name: string): string | null {
  const { host, occurrences, summaries, functionNamed } = project(files);
  const way = new RequestPaths(host, occurrences, summaries).wayTo(functionNamed(path, name).facts);
  return way && way.map(({ file, span, label }) => `${file}:${span.line} ${label}`).join(' → ');
}

const store = 'export const read = (id) => id;\nexport const load = (id) => read(id);\nexport const unused = () => read(1);';
const routes = (body: string): string => `import { load, unused } from './store.js';\nimport express from 'express';\nconst app = express();\n${body}`;

describe('the way of a request', () => {
  it('leads from a handler through the functions it calls', () => {
    const files = { 'routes.js': routes("app.get('/', (req, res) => res.json(load(req.query.id)));"), 'store.js': store };
    assert.equal(wayTo(files, 'store.js', 'load'), 'routes.js:4 load');
    assert.equal(wayTo(files, 'store.js', 'read'), 'routes.js:4 load → store.js:2 read');
  });

  it('does not lead to what no handler calls', () => {
    const files = { 'routes.js': routes("app.get('/', (req, res) => res.json(load(req.query.id)));\nunused();"), 'store.js': store };
    assert.equal(wayTo(files, 'store.js', 'unused'), null);
  });

  it('leads into functions that are run in place', () => {
    const files = { 'routes.js': routes("app.get('/', (req, res) => res.json(req.query.ids.map(function each(id) { return load(id); })));"), 'store.js': store };
    assert.equal(wayTo(files, 'routes.js', 'each'), '');
    assert.equal(wayTo(files, 'store.js', 'load'), 'routes.js:4 load');
  });

  it('ends at calls that a cache answers', () => {
    const files = { 'routes.js': routes("app.get('/', (req, res) => { if (!cache.has(1)) cache.set(1, load(1)); res.end(); });"), 'store.js': store };
    assert.equal(wayTo(files, 'store.js', 'load'), null);
  });

  it('comes to an end where functions call each other', () => {
    const files = { 'routes.js': routes("app.get('/', (req, res) => res.json(load(1)));"), 'store.js': 'export const load = (id) => again(id);\nconst again = (id) => load(id);' };
    assert.equal(wayTo(files, 'store.js', 'again'), 'routes.js:4 load → store.js:1 again');
  });
});

describe('what a call ends in', () => {
  const reached = (files: Record<string, string>, path: string, name: string): string[] => {
    const { occurrences, summaries, functionNamed } = project(files);
    const reach = new Reach(occurrences, summaries, ({ event: { label } }) => (label === 'open' ? label : null));
    const { file, facts } = functionNamed(path, name);
    return [...occurrences.of(file, facts)].flatMap((occurrence) => reach.from(occurrence)?.hops.map(({ span, label }) => `${span.line} ${label}`).join(' → ') ?? []);
  };

  it('is itself, or found behind functions', () => {
    const text = 'const first = () => open();\nconst second = () => first();\nconst third = () => { second(); other(); open(); };';
    assert.deepEqual(reached({ 'a.js': text }, 'a.js', 'third'), ['3 second → 2 first → 1 open', '3 open']);
  });

  it('has an answer although functions call each other', () => {
    const text = 'const even = (n) => odd(n - 1);\nconst odd = (n) => { even(n - 1); open(); };\nconst start = () => even(4);';
    assert.deepEqual(reached({ 'a.js': text }, 'a.js', 'start'), ['3 even → 1 odd → 2 open']);
  });

  it('is nothing where functions only call each other', () => {
    assert.deepEqual(reached({ 'a.js': 'const a = () => b();\nconst b = () => a();' }, 'a.js', 'a'), []);
  });
});
