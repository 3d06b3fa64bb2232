import assert from 'node:assert/strict';
import { readConfig } from '../../../../src/capture/probe/read-config.ts';

const config = { version: 1, folder: '/f', intervalUs: 1000, delayMs: null, durationMs: 5, project: '/p/' };

describe('The probe\'s configuration', () => {
  it('is taken when it is whole', () => {
    assert.deepEqual(readConfig(JSON.stringify(config)), config);
  });

  for (const [what, text] of [
    ['no text', undefined],
    ['no JSON', '{'],
    ['null', 'null'],
    ['another version', JSON.stringify({ ...config, version: 2 })],
    ...Object.keys(config).map((name) => [`a wrong ${name}`, JSON.stringify({ ...config, [name]: [] })] as const),
  ] as const) {
    it(`${what}: the program runs as if we were not there`, () => {
      assert.equal(readConfig(text), null);
    });
  }
});
