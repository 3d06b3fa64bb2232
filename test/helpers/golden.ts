import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'golden');

/** Compares a text with `test/golden/<name>`. A missing golden fails; `UPDATE_GOLDEN=1` writes it. */
export function matchGolden(name: string, actual: string): void {
  const path = join(folder, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  assert.ok(existsSync(path), `The golden ${path} is missing; look at the output, then write it with UPDATE_GOLDEN=1:\n${actual}`);
  // A checkout on Windows may have turned the ends of the lines.
  assert.equal(actual, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
}
