import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawCase, readCase } from '../helpers/scan-case.ts';

const folder = join(import.meta.dirname, 'static');

describe('static rules', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt')).toSorted()) {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    const drawn = readCase(text);
    it(`see what is marked, and nothing else, in ${name}: ${drawn.description.trim()}`, () => {
      assert.equal(drawCase(drawn), text);
    });
  }
});
