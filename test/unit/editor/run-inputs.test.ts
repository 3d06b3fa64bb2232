import assert from 'node:assert/strict';
import { refuseProgram } from '../../../src/editor/runs/check-program.ts';
import { joinArguments, splitArguments } from '../../../src/editor/runs/split-arguments.ts';
import { matchLaunchConfiguration } from '../../../src/editor/runs/match-launch-configuration.ts';
import { chooseMessage } from '../../../src/editor/runs/choose-message.ts';
import { canRunFiner } from '../../../src/editor/runs/can-run-finer.ts';
import { findVariable } from '../../../src/editor/tasks/find-variable.ts';
import { importsFile } from '../../../src/editor/runs/imports-file.ts';
import { pathDistance } from '../../../src/editor/runs/path-distance.ts';
import { functionTime, rowsAnalysis, rowsManifest, rowsRecording } from './analysis-fixture.ts';

describe('arguments of a file', () => {
  it('are parted at blanks and kept together by quotes', () => {
    assert.deepEqual(splitArguments(`--out "a b" 'c "d"' e\\ f ""`), ['--out', 'a b', 'c "d"', 'e f', '']);
  });
  it('keep the backslashes of Windows paths', () => {
    assert.deepEqual(splitArguments('C:\\temp\\x.csv'), ['C:\\temp\\x.csv']);
  });
  it('expand nothing', () => {
    assert.deepEqual(splitArguments('$(id) `id` $HOME *.ts; rm'), ['$(id)', '`id`', '$HOME', '*.ts;', 'rm']);
  });
  it('come back as they were when edited again', () => {
    const args = ['plain', 'two words', 'say "hi"', "it's", 'C:\\x\\', ''];
    assert.deepEqual(splitArguments(joinArguments(args)), args);
  });
});

describe('launch configurations', () => {
  const places = { file: '/w/src/a.js', workspaceFolder: '/w', sameFile: (program: string, file: string) => program === file };
  const launch = { type: 'node', request: 'launch', program: '${workspaceFolder}/src/a.js' };
  it('give arguments and environment to the file they run', () => {
    const found = matchLaunchConfiguration([{ type: 'chrome' }, { ...launch, args: ['--in', '${workspaceFolder}/x'], env: { A: '1', PORT: 80, GONE: null } }], places);
    assert.deepEqual(found, { args: ['--in', '/w/x'], env: { A: '1', PORT: '80' } });
  });
  it('may say the arguments in one line and the folder to run in', () => {
    assert.deepEqual(matchLaunchConfiguration([{ ...launch, args: '--a "b c"', cwd: '${workspaceFolder}/sub' }], places), { args: ['--a', 'b c'], env: {}, cwd: '/w/sub' });
  });
  it('count only when they run this file', () => {
    assert.equal(matchLaunchConfiguration([{ ...launch, program: '/w/src/b.js' }, { ...launch, request: 'attach' }], places), null);
  });
  it('may hold anything', () => {
    for (const junk of [undefined, null, 7, 'x', {}, [null, 1, [], { type: 'node', request: 'launch', program: 9 }]]) assert.equal(matchLaunchConfiguration(junk, places), null);
    assert.deepEqual(matchLaunchConfiguration([{ ...launch, args: { a: 1 }, env: ['x'] }], places), { args: [], env: {} });
  });
});

describe('programs', () => {
  it('are JavaScript and TypeScript files on disk', () => {
    for (const path of ['/a.js', '/a.mjs', '/a.cjs', '/a.jsx', '/a.ts', '/a.mts', '/a.cts', '/a.TSX']) assert.equal(refuseProgram({ scheme: 'file', path }), '', path);
    for (const path of ['/a.json', '/a.d.ts', '/a.d.mts', '/js', '/a.vue']) assert.match(refuseProgram({ scheme: 'file', path }), /Only JavaScript/, path);
  });
  it('are refused in a sentence when they are not on disk', () => {
    assert.equal(refuseProgram({ scheme: 'untitled', path: 'Untitled-1' }), 'Save this file first: Node runs the file on disk.');
    assert.match(refuseProgram({ scheme: 'vscode-vfs', path: '/a.js' }), /Only files on disk.*"vscode-vfs:"/);
    assert.match(refuseProgram({ scheme: 'git', path: '/a.js' }), /Only files on disk/);
  });
  it('are offered a finer run after a short, coarse one', () => {
    assert.equal(canRunFiner(rowsRecording), true);
    assert.equal(canRunFiner({ ...rowsRecording, manifest: { ...rowsManifest, durationMs: 2_000 } }), false);
    assert.equal(canRunFiner({ ...rowsRecording, manifest: { ...rowsManifest, intervalUs: 200 } }), false);
    assert.equal(canRunFiner({ ...rowsRecording, manifest: null }), false);
  });
});

describe('commands that VS Code would rewrite', () => {
  const request = { executable: '/usr/bin/node', args: ['a.js', '$HOME', '$(id)', '%PATH%'], cwd: '/w', env: { A: '$B' }, label: 'a.js' };
  it('are found in every part of the command', () => {
    assert.equal(findVariable(request), null);
    assert.equal(findVariable({ ...request, args: ['${command:evil}'] }), '${command:evil}');
    assert.equal(findVariable({ ...request, cwd: '/w/${file}' }), '${file}');
    assert.equal(findVariable({ ...request, env: { A: 'x${env:Y}' } }), '${env:Y}');
    assert.equal(findVariable({ ...request, executable: '/${x}/node' }), '${x}');
  });
});

describe('the message after a run', () => {
  it('is none in a window that is looked at', () => {
    assert.equal(chooseMessage(rowsAnalysis, '/app/src/import.ts', true), 'nothing');
  });
  it('is the summary when the window is elsewhere', () => {
    assert.equal(chooseMessage(rowsAnalysis, '/app/src/import.ts', false), 'summary');
  });
  it('advises the entry of a module that only exports, looked at or not', () => {
    const functions = [functionTime({ name: 'compileFunction', file: 'node:vm', line: 0, category: 'node', selfShare: 0.3, totalShare: 1 })];
    for (const focused of [true, false]) assert.equal(chooseMessage({ ...rowsAnalysis, functions }, '/app/src/module.ts', focused), 'entry');
  });
});

describe('entries near a module', () => {
  it('are counted by the folders in between', () => {
    assert.deepEqual(['/a/b/x.ts', '/a/x.ts', '/a/b/c/x.ts', '/a/d/x.ts', '/x.ts'].map((file) => pathDistance('/a/b/module.ts', file)), [0, 1, 1, 2, 2]);
  });
});

describe('an import of a module', () => {
  const found = (target: string, ...specifiers: string[]): boolean[] => specifiers.map((specifier) => importsFile('/a/src/main.ts', specifier, target));
  it('may leave out or change the ending', () => {
    assert.deepEqual(found('/a/src/rows.ts', './rows', './rows.js', './rows.ts', '../src/rows.mjs'), [true, true, true, true]);
  });
  it('may name only the folder of an index', () => {
    assert.deepEqual(found('/a/src/index.ts', '.', './index.js'), [true, true]);
    assert.deepEqual(found('/a/index.js', '..', '../'), [true, true]);
  });
  it('is none of a package, nor of another file that begins alike', () => {
    assert.deepEqual(found('/a/src/rows.ts', 'rows', 'src/rows', './rows-of', './sub/rows'), [false, false, false, false]);
  });
});
