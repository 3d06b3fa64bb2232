import assert from 'node:assert/strict';
import { describeFunction } from '../../../src/editor/hovers/describe-function.ts';
import type { HoverContext } from '../../../src/editor/hovers/describe-function.ts';
import { describeRun } from '../../../src/editor/hovers/describe-run.ts';
import { findHovered } from '../../../src/editor/hovers/find-hovered.ts';
import { indexHeat } from '../../../src/editor/decorations/index-heat.ts';
import { escapeIcons, escapeLinks, escapeMarkdown } from '../../../src/editor/words/safe-text.ts';
import { functionTime, rowsAnalysis, rowsRecording } from './analysis-fixture.ts';

const now = Date.parse('2026-11-21T22:02:30.000Z');
const plain = (text: string): string => text;
const context: HoverContext = { link: () => null, stale: '', run: describeRun(rowsRecording, now, plain), actions: ['[Re-run](command:flameline.rerunLast)'] };
const [parseRow] = rowsAnalysis.functions;

describe('hover', () => {
  it('reads as the design draws it', () => {
    assert.equal(describeFunction(rowsRecording, parseRow, context), [
      '**parseRow** — hot  ',
      '1.22 s self · 1.25 s total · 81.3 % of the CPU time, ± 2.0 points (1,220 of 1,500 samples)  ',
      'Line 15 takes 85 % of it · line 14 15 %',
      '',
      'Called by readFile 1.15 s · importAll 100 ms  ',
      'Calls split 20.0 ms · GC 10.0 ms',
      '',
      'The run: own code 98 % · Node 1 %  ',
      'Run "node src/import.ts --all", 2 min ago, Node 24.21, overhead about 3 %',
      '',
      '[Re-run](command:flameline.rerunLast)',
    ].join('\n'));
  });
  it('names a collection also where nothing else was called, but not a negligible one', () => {
    assert.match(describeFunction(rowsRecording, functionTime({ totalMs: 20, gcMs: 5 }), context), /\nCalls GC 5\.0\d* ms\n/);
    assert.doesNotMatch(describeFunction(rowsRecording, functionTime({ totalMs: 20_000, gcMs: 5 }), context), /GC/);
  });
  it('leaves out what is missing', () => {
    const text = describeFunction(rowsRecording, functionTime({ name: 'lonely' }), { ...context, run: '', actions: [] });
    assert.doesNotMatch(text, /Line|Called by|Calls|Run "/);
  });
  it('ends without an empty paragraph when nothing can be done', () => {
    assert.match(describeFunction(rowsRecording, parseRow, { ...context, actions: [] }), /overhead about 3 %$/);
  });
  it('names a collection from a thousandth of the function on', () => {
    const text = (gcMs: number): string => describeFunction(rowsRecording, functionTime({ totalMs: 5_000, gcMs }), context);
    assert.match(text(5), /Calls GC 5\.0 ms/);
    assert.doesNotMatch(text(4.9), /GC/);
  });
  it('names four callers and counts the others', () => {
    const edges = (count: number) => Array.from({ length: count }, () => ({ index: 1, totalMs: 10 }));
    const text = (count: number): string => describeFunction(rowsRecording, functionTime({ callers: edges(count) }), context);
    assert.match(text(4), /Called by (?:readFile 10\.0 ms(?: · )?){4} *\n/);
    assert.match(text(6), /Called by (?:readFile 10\.0 ms · ){4}2 more *\n/);
  });
  it('says nothing of a caller that the analysis does not have', () => {
    assert.doesNotMatch(describeFunction(rowsRecording, functionTime({ callers: [{ index: 99, totalMs: 10 }] }), context), /Called by/);
  });
  it('says that numbers are stale before it says them', () => {
    assert.match(describeFunction(rowsRecording, parseRow, { ...context, stale: 'Stale: edited' }), /^\*\*parseRow\*\* — hot {2}\n\*Stale: edited\* {2}\n1\.22 s/);
  });
  it('says so when lines are not exact', () => {
    assert.match(describeFunction(rowsRecording, { ...parseRow, mapping: 'function' }, context), /lines inside are not known/);
  });
  it('links lines and callers to places of the recording', () => {
    const text = describeFunction(rowsRecording, parseRow, { ...context, link: (file, line) => `command:go?${file}:${line}` });
    assert.match(text, /\[Line 15\]\(command:go\?\/app\/src\/rows\.ts:15\)/);
    assert.match(text, /\[readFile\]\(command:go\?\/app\/src\/rows\.ts:30\)/);
  });
  it('calls wall time so, and bytes and counts by their own unit', () => {
    const shown = (analysis: Partial<typeof rowsAnalysis>): string => describeFunction({ ...rowsRecording, analysis: { ...rowsAnalysis, ...analysis } }, parseRow, context);
    assert.match(shown({ problems: [{ code: 'wall-time', message: 'The file counts wall time: waiting is in it' }] }), /1\.22 s self .* of the wall time, /);
    const heap = shown({ unit: 'bytes' });
    assert.match(heap, /1\.22 MB self · 1\.25 MB total · 81\.3 % of the bytes, /);
    assert.match(heap, /Called by readFile 1\.15 MB .*\n.*GC 10\.0 kB/);
    assert.match(shown({ unit: 'count' }), /1,220,000 self · 1,250,000 total · 81\.3 % of the count, /);
    for (const unit of ['bytes', 'count'] as const) assert.doesNotMatch(shown({ unit }), /CPU|\d ms|\d s\b/);
  });
  it('leaves the sample total out beside waiting, which it would count', () => {
    const waiting = { ...rowsRecording, analysis: { ...rowsAnalysis, durationMs: 12_000, idleMs: 10_500 } };
    assert.match(describeFunction(waiting, parseRow, context), /\(1,220 samples\)/);
  });
  it('takes a name with links, HTML, code and addresses as text', () => {
    const name = '[x](command:evil) <img src=x onerror=1> ![i](http://e/p.png) `c` https://e.org';
    const text = describeFunction(rowsRecording, { ...parseRow, name }, context);
    assert.doesNotMatch(text, /\]\(command:evil|(?<!\\)<img|(?<!\\)`|https:\/\//);
  });
  it('is about the function that begins on the line, else about the one that spent most of it', () => {
    const heat = indexHeat(rowsAnalysis, 'linux').get('/app/src/rows.ts') ?? assert.fail();
    assert.equal(findHovered(heat, rowsAnalysis, 12, 'parseRow')?.name, 'parseRow');
    assert.equal(findHovered(heat, rowsAnalysis, 15, 'seen')?.name, 'parseRow');
    assert.equal(findHovered(heat, rowsAnalysis, 99, ''), null);
  });
  it('prefers the named one of two functions that begin on one line', () => {
    const analysis = { ...rowsAnalysis, functions: [functionTime({ name: 'a', selfMs: 9, line: 5 }), functionTime({ name: 'b', selfMs: 1, line: 5 })] };
    const heat = indexHeat(analysis, 'linux').get('/app/src/rows.ts') ?? assert.fail();
    assert.equal(findHovered(heat, analysis, 5, 'b')?.name, 'b');
    assert.equal(findHovered(heat, analysis, 5, 'other')?.name, 'a');
  });
  it('names a lone profile by its file', () => {
    assert.equal(describeRun({ ...rowsRecording, path: 'C:\\p\\x.cpuprofile', manifest: null }, now, plain), 'Profile x.cpuprofile, overhead about 3 %');
  });
  it('says that a run is partial and why', () => {
    const [recording] = rowsAnalysis.recordings;
    const partial = { ...rowsRecording, analysis: { ...rowsAnalysis, recordings: [{ ...recording, partial: true, reason: 'stopped by the user' }] } };
    assert.match(describeRun(partial, now, plain), /partial: stopped by the user$/);
  });
});

describe('profile text', () => {
  it('never becomes an icon, a link in a notification, or a hidden character', () => {
    assert.equal(escapeIcons('a$(flame)b'), 'a\\$(flame)b');
    assert.equal(escapeLinks('[run](command:x)'), '[run] (command:x)');
    assert.equal(escapeMarkdown('a\u202eb'), 'a\\\\u\\{202e\\}b');
  });
  it('is cut before it costs anything', () => {
    assert.ok(escapeMarkdown('x'.repeat(10_000_000)).length < 200);
  });
});
