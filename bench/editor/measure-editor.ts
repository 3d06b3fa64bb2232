import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { nodeBinary } from '../../test/helpers/test-cache.ts';
import { watchListeners } from './watch-listeners.ts';
import { countTimers } from './count-timers.ts';
import { measureMarks } from './measure-marks.ts';
import { measureRuns } from './measure-runs.ts';

interface Order {
  readonly output: string;
  readonly root: string;
  /** 0 = the activation only. */
  readonly runs: number;
}

const idleMs = 15_000;

/** Measures and writes lists of milliseconds by key into the asked file, or why that failed: the host's console is not ours. */
export async function measureEditor(): Promise<void> {
  const order: Order = JSON.parse(process.env['FLAMELINE_BENCH'] ?? '{}');
  try {
    writeFileSync(order.output, JSON.stringify(await measure(order)));
  } catch (error) {
    writeFileSync(order.output, JSON.stringify({ failure: String(error instanceof Error ? error.stack : error) }));
  }
}

async function measure({ root, runs }: Order): Promise<Record<string, readonly number[]>> {
  const extension = vscode.extensions.getExtension<FlamelineApi>('flameline.flameline');
  assert.ok(extension && !extension.isActive, 'the extension is there and waits');
  await vscode.workspace.getConfiguration().update('flameline.node.path', nodeBinary(24), vscode.ConfigurationTarget.Global);
  // The host itself is busy right after its start.
  await new Promise((rested) => setTimeout(rested, 3_000));
  const switches = watchListeners(vscode.window.onDidChangeVisibleTextEditors);
  const keys = watchListeners(vscode.workspace.onDidChangeTextDocument);
  const timers = countTimers('extension.cjs');
  const [began, used] = [performance.now(), process.cpuUsage()];
  const api = await extension.activate();
  const { user, system } = process.cpuUsage(used);
  const activated = { activation: [performance.now() - began], activationCpu: [(user + system) / 1000] };
  switches.close();
  keys.close();
  const marks = runs > 0 ? await measureMarks(api, switches, keys) : {};
  const idle = runs > 0 ? { timers: [await timers.during(idleMs)] } : {};
  const ran = runs > 0 ? await measureRuns(api, root, runs) : {};
  return { ...activated, ...marks, ...idle, ...ran };
}
