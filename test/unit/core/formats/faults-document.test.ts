import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFaultRows, readProblemCodes } from '../../../helpers/fault-rows.ts';

const source = join(import.meta.dirname, '..', '..', '..', '..', 'src');
const tests = join(import.meta.dirname, '..', '..', '..');

describe('docs/faults.md', () => {
  const rows = readFaultRows();

  it('names a test for each row that exists', () => {
    const sources = readdirSync(tests, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:test\.ts|mjs)$/.test(path) && !path.includes('node_modules'))
      .map((path) => readFileSync(join(tests, path), 'utf8'))
      .join('\n');
    assert.deepEqual(rows.filter(({ test }) => !sources.includes(`'${test}'`) && !sources.includes(`"${test}"`)).map(({ test }) => test), []);
  });

  it('gives each test a title that begins with the id of its row, once', () => {
    assert.deepEqual(rows.filter(({ id, test }) => !test.startsWith(`${id} `)).map(({ test }) => test), []);
    assert.equal(new Set(rows.map(({ test }) => test)).size, rows.length);
  });

  it('lists every code that a reader of profiles gives, and no other', () => {
    const files = ['core/formats', 'core/model'].flatMap((folder) => readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => join(folder, path)));
    const sessionFiles = ['unzip', 'read-profile', 'read-profile-file', 'read-recordings'].map((name) => join('session', `${name}.ts`));
    const text = [...files, ...sessionFiles].map((path) => readFileSync(join(source, path), 'utf8')).join('\n');
    const given = Array.from(text.matchAll(/(?:code: |refuse\((?:[\w.#]+, )?)'([a-z]+(?:-[a-z]+)*)'/g), ([, code]) => code);
    assert.deepEqual([...new Set(given)].sort(), [...readProblemCodes()].sort());
  });

  it('answers all of A1 to A14 and B1 to B12', () => {
    const ids = new Set(rows.map(({ id }) => id));
    const expected = [...Array.from({ length: 14 }, (_, index) => `A${index + 1}`), ...Array.from({ length: 12 }, (_, index) => `B${index + 1}`)];
    assert.deepEqual(expected.filter((id) => !ids.has(id)), []);
  });
});
