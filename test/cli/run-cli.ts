import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary } from '../helpers/test-cache.ts';

export const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

export interface CliEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The Node that runs the CLI; 24 by default. */
  readonly node?: 20 | 24;
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Given to the program on stdin, which is then closed. */
  readonly input?: string;
  /** Called with the running CLI and what it has written to stdout so far, each time there is more. */
  readonly onOutput?: (child: ChildProcess, stdout: string) => void;
}

/** Runs `dist/cli.cjs` as a child with pipes, as a script or CI would. */
export function runCli(args: readonly string[], { node = 24, cwd, env = {}, input = '', onOutput }: RunOptions): Promise<CliEnd> {
  const child = spawn(nodeBinary(node), [cli, ...args], { cwd, env: { ...process.env, NODE_OPTIONS: '', XDG_CACHE_HOME: join(tmpdir(), 'flameline-test-cache'), ...env }, stdio: 'pipe' });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.stdout += text;
    onOutput?.(child, texts.stdout);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.stderr += text;
    onOutput?.(child, texts.stderr);
  });
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...texts }));
  });
}

/** A new folder with these files, removed after the test by `removeFolders`. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'flameline cli-')));
  folders.push(folder);
  writeFileSync(join(folder, 'package.json'), '{}');
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const folders: string[] = [];

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Parses a report and looks a value up: `at(json, 'recordings', 0, 'partial')`. */
export function at(json: string, ...path: readonly (string | number)[]): unknown {
  let value: unknown = JSON.parse(json);
  for (const step of path) {
    assert.ok(isRecord(value), `no ${path.join('.')} in the report`);
    value = value[step];
  }
  return value;
}

/** The command ended with this code, and stderr is one line that reads like this. */
export function assertRefused({ code, stderr }: CliEnd, line: RegExp, exitCode = 2): void {
  assert.equal(code, exitCode, stderr);
  assert.match(stderr, /^[^\n]+\n$/, 'stderr is one line');
  assert.match(stderr, line);
}
