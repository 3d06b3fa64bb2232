import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { orderRuns, runOfFile, runOfRecording } from '../../../src/editor/comparison/compared-run.ts';
import { reportName } from '../../../src/editor/comparison/report-name.ts';
import { isNewerThanRun } from '../../../src/editor/decorations/is-newer-than-run.ts';
import { readMeasuredLine } from '../../../src/editor/diagnostics/read-measured-line.ts';
import { ruleOf } from '../../../src/editor/findings/rule-of.ts';
import { commandLink } from '../../../src/editor/links/command-link.ts';
import { exportName } from '../../../src/editor/panels/export-name.ts';
import { writePageHtml } from '../../../src/editor/panels/page-html.ts';
import { hashSource } from '../../../src/session/index.ts';
import { makeProject, removeProjects } from '../../helpers/made-project.ts';
import { makeManifest } from '../../helpers/recording-fixture.ts';
import { rowsAnalysis } from './analysis-fixture.ts';

describe('The name a save dialog begins with', () => {
  const ofFile = (path: string): string => exportName({ path, manifest: null }, '.txt');

  it('is of the program and its run', () => {
    assert.equal(exportName({ path: '/store/x', manifest: makeManifest({ file: '/p/my.main.ts', id: '20260101-7' }) }, '.png'), 'my.main-20260101-7.png');
  });

  it('is of a lone file without the endings that say what it was', () => {
    assert.deepEqual(['/p/a.cpuprofile', '/p/a.speedscope.json', '/p/a.pb.gz', '/p/a.TRACE.JSON.GZ', '/p/a.b.cpuprofile'].map(ofFile), ['a.txt', 'a.txt', 'a.txt', 'a.txt', 'a.b.txt']);
  });

  it('is never only an ending', () => {
    assert.equal(ofFile('/p/.cpuprofile'), 'profile.txt');
  });

  it('of two runs has both', () => {
    assert.deepEqual(reportName([{ path: '/p/old.cpuprofile' }, { path: '/p/new.json.gz' }], 'markdown'), { name: 'old-to-new.md', filters: { Markdown: ['md'] } });
    assert.equal(reportName([{ path: '/p/a.pb' }, { path: '/p/b' }], 'json').name, 'a-to-b.json');
  });
});

describe('Two runs that are compared', () => {
  afterEach(removeProjects);
  const run = (path: string, label: string, time: number) => ({ path, label, time });

  it('stand in the order of their time, whichever was chosen first', () => {
    const [old, young] = [run('/a', 'old', 1), run('/b', 'new', 2)];
    assert.deepEqual([orderRuns(old, young), orderRuns(young, old)], [[old, young], [old, young]]);
  });

  it('stay as chosen when they are of one time', () => {
    const [one, other] = [run('/a', 'one', 1), run('/b', 'other', 1)];
    assert.deepEqual([orderRuns(one, other), orderRuns(other, one)], [[one, other], [other, one]]);
  });

  it('of one name are told by their folders', () => {
    assert.deepEqual(orderRuns(run('/p/before/a.cpuprofile', 'a', 1), run('/p/after/a.cpuprofile', 'a', 2)).map(({ label }) => label), ['before/a', 'after/a']);
  });

  it('have no time when their manifest is broken or says none', () => {
    assert.deepEqual(runOfRecording({ path: '/store/x', manifest: null }), { path: '/store/x', label: 'x', time: 0 });
    assert.equal(runOfRecording({ path: '/store/x', manifest: makeManifest({ startedAt: 'yesterday' }) }).time, 0);
  });

  it('that are files have the time they were written; what is gone has none', async () => {
    const root = makeProject({ 'a.cpuprofile': '' });
    utimesSync(join(root, 'a.cpuprofile'), 5, 5);
    assert.deepEqual(await runOfFile(join(root, 'a.cpuprofile')), { path: join(root, 'a.cpuprofile'), label: 'a.cpuprofile', time: 5000 });
    assert.equal((await runOfFile(join(root, 'gone'))).time, 0);
  });
});

describe('A source without a recorded content', () => {
  afterEach(removeProjects);
  const startedAt = '2026-01-01T00:00:00.000Z';
  const ended = Date.parse(startedAt) / 1000 + 5;

  it('is newer than a run when it was written after its end', async () => {
    const root = makeProject({ 'a.ts': 'one' });
    const opened = { path: root, manifest: makeManifest({ startedAt, durationMs: 5000 }), analysis: rowsAnalysis };
    const writtenAt = (seconds: number) => utimesSync(join(root, 'a.ts'), seconds, seconds);
    writtenAt(ended + 1);
    assert.equal(await isNewerThanRun(join(root, 'a.ts'), opened), true);
    writtenAt(ended);
    assert.equal(await isNewerThanRun(join(root, 'a.ts'), opened), false);
  });

  it('is compared with the time of a lone profile; not when that or it is gone', async () => {
    const root = makeProject({ 'a.ts': '', 'a.cpuprofile': '' });
    const opened = (path: string) => ({ path: join(root, path), manifest: null, analysis: rowsAnalysis });
    utimesSync(join(root, 'a.cpuprofile'), 5, 5);
    assert.equal(await isNewerThanRun(join(root, 'a.ts'), opened('a.cpuprofile')), true);
    assert.equal(await isNewerThanRun(join(root, 'a.ts'), opened('gone')), false);
    assert.equal(await isNewerThanRun(join(root, 'gone.ts'), opened('a.cpuprofile')), false);
  });
});

describe('A line of a file that is not open', () => {
  afterEach(removeProjects);
  const read = (text: string, line: number, measured = text) => {
    const file = join(makeProject({ 'a.ts': text }), 'a.ts');
    return readMeasuredLine(file, line, { path: file, manifest: makeManifest({ sources: [{ file, sha256: hashSource(measured) }] }), analysis: rowsAnalysis });
  };

  it('counts from one, with every kind of line end', async () => {
    assert.equal(await read('one\r\ntwo\nthree\rfour', 4), 'four');
    assert.equal(await read('one\ntwo', 1), 'one');
  });

  it('is none of a file that is not what was measured', async () => {
    assert.equal(await read('one\ntwo', 1, 'other'), null);
  });

  it('is none past the end, before the first, or of a file that is gone', async () => {
    assert.deepEqual([await read('one', 2), await read('one', 0)], [null, null]);
    assert.equal(await readMeasuredLine('/gone/a.ts', 1, { path: '/gone', manifest: makeManifest(), analysis: rowsAnalysis }), null);
  });

  it('is not looked for in more than 4 MB', async () => {
    assert.equal(await read('x'.repeat(4_000_000), 1), 'x'.repeat(4_000_000));
    assert.equal(await read('x'.repeat(4_000_001), 1), null);
  });
});

describe('The rule a command is about', () => {
  it('is an id, or that of a row of the view', () => {
    assert.deepEqual(['eager-import', { group: { rule: 'n-plus-one' } }, { found: { finding: { rule: 'slow-regexp' } } }].map(ruleOf), ['eager-import', 'n-plus-one', 'slow-regexp']);
  });

  it('is none for anything else', () => {
    for (const argument of [undefined, null, 7, [], ['n-plus-one'], {}, { group: null }, { group: { rule: 7 } }, { found: {} }, { found: { finding: { rule: null } } }]) assert.equal(ruleOf(argument), '', JSON.stringify(argument));
  });
});

describe('A link that runs a command', () => {
  it('holds its arguments so that nothing ends it', () => {
    const link = commandLink('flameline.x', ["a)b(c'd \"e\" [f]", 3]);
    assert.ok(!/[()'"\s[\]]/.test(link), link);
    assert.deepEqual(JSON.parse(decodeURIComponent(link.slice('command:flameline.x?'.length))), ["a)b(c'd \"e\" [f]", 3]);
  });

  it('has no query without arguments', () => {
    assert.equal(commandLink('flameline.x'), 'command:flameline.x');
  });
});

describe('The frame of a page', () => {
  const sources = { script: 'https://x/webview.js', style: 'https://x/webview.css', origin: 'https://x' };

  it('lets in its own script, style and worker and nothing else', () => {
    const html = writePageHtml(sources);
    const [, nonce = ''] = /script-src 'nonce-([^']+)'/.exec(html) ?? [];
    assert.equal(Buffer.from(nonce, 'base64').length, 16);
    assert.match(html, new RegExp(`content="default-src 'none'; script-src 'nonce-${nonce.replaceAll(/[+/]/g, '\\$&')}'; style-src https://x; worker-src blob:; connect-src https://x"`));
    assert.deepEqual(html.match(/<script[^>]*>/g), [`<script nonce="${nonce}" src="https://x/webview.js">`]);
    assert.ok(!html.includes('unsafe'));
  });

  it('has another nonce each time', () => {
    assert.notEqual(writePageHtml(sources), writePageHtml(sources));
  });
});
