import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import type { PaintedMark } from '../../src/editor/decorations/heat-painter.ts';
import { flameline, hoverAt, leaveNothing, ourDiagnostics, profile, run, show, until, writeProgram } from './driver.ts';

const source = `function hot(limit) {
  let sum = 0;
  for (let i = 0; i < limit; i++) {
    sum += Math.sqrt(i) % 7;
  }
  return sum;
}

function other(limit) {
  let sum = 0;
  for (let i = 0; i < limit; i++) {
    sum += Math.cbrt(i) % 5;
  }
  return sum;
}

console.log(hot(4e7) + other(2e7));
`;
const hotLines = { from: 1, to: 7 };

describe('editing a file with heat', () => {
  let api: FlamelineApi;
  let editor: vscode.TextEditor;
  let measured: readonly PaintedMark[];
  const marks = (): readonly PaintedMark[] => api.painter.marksOf(editor);
  const edit = (act: (builder: vscode.TextEditorEdit) => void): Thenable<boolean> => editor.edit(act);
  const undoAll = async (): Promise<void> => {
    while (editor.document.getText() !== source) await vscode.commands.executeCommand('undo');
    await until('marks as measured', () => JSON.stringify(marks()) === JSON.stringify(measured));
  };
  before(async function () {
    this.timeout(120_000);
    api = await flameline();
    const uri = writeProgram('edits.js', source);
    editor = await show(uri);
    await profile(uri);
    measured = await until('marks', () => (marks().length > 1 ? marks() : null));
  });
  afterEach(undoAll);
  after(() => leaveNothing(api));

  it('has measured both functions', () => {
    assert.ok(measured.some(({ line }) => line <= hotLines.to));
    assert.ok(measured.some(({ line }) => line > hotLines.to));
    assert.ok(measured.every(({ stale }) => !stale));
  });

  it('shifts the marks with lines inserted above', async () => {
    await edit((builder) => builder.insert(new vscode.Position(0, 0), '// one\n// two\n'));
    await until('shifted marks', () => marks().every(({ line }, index) => line === measured[index].line + 2));
    assert.ok(marks().every(({ stale }) => !stale));
  });

  it('marks the edited function stale and leaves the other', async () => {
    await edit((builder) => builder.replace(new vscode.Range(3, 27, 3, 28), '9'));
    await until('stale marks', () => marks().some(({ stale }) => stale));
    await until('the whole function to be stale', () => marks().every(({ line, stale }) => stale === (line <= hotLines.to)));
    const hover = await hoverAt(editor.document.uri, 3, 6);
    assert.match(hover?.value ?? '', /Stale: this code was edited after the run/);
    await until('no diagnostic on stale code', () => ourDiagnostics().flatMap(([, list]) => list).every(({ range }) => range.start.line >= hotLines.to));
  });

  it('is as measured again after undo, diagnostics included', async () => {
    const before = await until('the diagnostic of hot', () => ourDiagnostics().flatMap(([, list]) => list).find(({ message }) => message.startsWith('`hot`')));
    await edit((builder) => builder.replace(new vscode.Range(3, 27, 3, 28), '9'));
    await until('stale marks', () => marks().some(({ stale }) => stale));
    await undoAll();
    await until('the diagnostic again', () => ourDiagnostics().flatMap(([, list]) => list).some(({ message }) => message === before.message));
  });

  it('follows a change that another program made on disk', async () => {
    writeProgram('edits.js', `// moved\n${source}`);
    await until('shifted marks', () => marks().length > 0 && marks().every(({ line }, index) => line === measured[index].line + 1));
    writeProgram('edits.js', source);
    await until('the old text', () => editor.document.getText() === source);
  });

  it('lets the content decide when the recording is opened anew on another text', async () => {
    const path = api.state.current.opened?.path;
    await run('flameline.clearResults');
    await edit((builder) => builder.insert(new vscode.Position(1, 0), '  // another text\n'));
    await run('flameline.openRecording', path);
    await show(editor.document.uri);
    await until('stale marks', () => marks().length > 0 && marks().every(({ stale }) => stale));
    assert.deepEqual(ourDiagnostics(), []);
  });
});
