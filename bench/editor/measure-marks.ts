import assert from 'node:assert/strict';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { until } from '../../test/helpers/until.ts';
import type { ListenerWatch } from './watch-listeners.ts';

const files = ['one.js', 'two.js'];
const [linesOfFile, hotLines, switchCount, rounds, keysOfRound] = [5_000, 600, 60, 8, 50];

const folder = (): string => vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail('a folder is open');

/** Two long files and a profile with more hot lines in each than are ever marked. */
function writeHotFiles(): vscode.Uri {
  const nodes: object[] = [{ id: 1, callFrame: { functionName: '(root)', scriptId: '0', url: '', lineNumber: -1, columnNumber: -1 }, hitCount: 0, children: files.map((_, index) => index + 2) }];
  for (const [index, name] of files.entries()) {
    writeFileSync(join(folder(), name), `${Array.from({ length: linesOfFile }, (_, line) => `value${line} = compute(${line}, 'some text');`).join('\n')}\n`);
    const callFrame = { functionName: `hot${index}`, scriptId: String(index + 1), url: pathToFileURL(join(folder(), name)).href, lineNumber: 0, columnNumber: 0 };
    nodes.push({ id: index + 2, callFrame, hitCount: hotLines * 10, positionTicks: Array.from({ length: hotLines }, (_, line) => ({ line: line * 8 + 1, ticks: 10 })) });
  }
  const samples = files.flatMap((_, index) => Array.from({ length: hotLines * 10 }, () => index + 2));
  const file = join(folder(), 'hot.cpuprofile');
  writeFileSync(file, JSON.stringify({ nodes, samples, timeDeltas: samples.map(() => 1_000), startTime: 0, endTime: samples.length * 1_000 }));
  return vscode.Uri.file(file);
}

const show = async (name: string): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(join(folder(), name)), { preview: false });

const percentile95 = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length * 0.95)];

/** What our listeners take when editors are switched and keys are pressed, with heat and without. Leaves the heat shown. */
export async function measureMarks(api: FlamelineApi, switches: ListenerWatch, keys: ListenerWatch): Promise<Record<string, number[]>> {
  const profile = writeHotFiles();
  const open = async (): Promise<void> => {
    // The editor saves what the keys typed, and no heat is shown on a file that is newer than its profile.
    utimesSync(profile.fsPath, new Date(), new Date());
    await vscode.commands.executeCommand('flameline.openProfile', profile);
  };
  await open();
  const [first, second] = files;
  switches.take();
  for (let turn = 0; turn < switchCount; turn++) {
    const editor = await show(turn % 2 === 0 ? first : second);
    await until('marks', () => api.painter.marksOf(editor).length === 500);
  }
  const repaint = switches.take();
  let editor = await show(first);
  const press = async (): Promise<number[]> => {
    keys.take();
    for (let key = 0; key < keysOfRound; key++) {
      await editor.edit((builder) => builder.insert(new vscode.Position(2_000, 5), key % 10 === 9 ? '\n' : 'x'));
    }
    return keys.take();
  };
  const [heated, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    await open();
    // The viewer opened before it.
    editor = await show(first);
    await until('marks', () => api.painter.marksOf(editor).length > 0);
    heated.push(...(await press()));
    await vscode.commands.executeCommand('flameline.clearResults');
    plain.push(...(await press()));
  }
  await editor.document.save();
  await open();
  return { repaint, typing: [percentile95(heated) - percentile95(plain)] };
}
