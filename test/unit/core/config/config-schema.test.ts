import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { configSchema, writeConfigSchema } from '../../../../src/core/config/config-schema.ts';
import { readConfig } from '../../../../src/core/config/scan-config.ts';

const root = new URL('../../../../', import.meta.url);
const accepts = new Ajv({ strict: false }).compile(configSchema);

const client = { name: 'ours', from: ['@acme/db', './src/db.ts'], reads: ['db.fetchOne'], writes: ['save'], kind: 'request', instead: 'Ask once.' };
const cases: readonly (readonly [right: boolean, value: unknown])[] = [
  [true, {}], [true, { $schema: './x.json', clients: [client], rules: { 'n-plus-one': 'off', 'slow-regexp': 'error' }, ignore: ['legacy/**'], entries: ['src/jobs/*.ts'] }],
  [false, []], [false, null], [false, 'text'], [false, { clients: {} }], [false, { clients: [{}] }], [false, { clients: ['pg'] }], [false, { clients: [{ ...client, kind: 'queries' }] }],
  [false, { clients: [{ ...client, reads: ['db.fetch One'] }] }], [false, { clients: [{ ...client, reads: ['.'] }] }], [false, { clients: [{ ...client, run: 'x' }] }], [false, { clients: [{ ...client, name: '' }] }],
  [false, { clients: Array.from({ length: 101 }, () => client) }], [false, { rules: { 'n-plus-two': 'off' } }], [false, { rules: { 'n-plus-one': 'loud' } }], [false, { rules: { 'n-plus-one': 1 } }], [false, { rules: ['n-plus-one'] }],
  [false, { ignore: 'legacy/**' }], [false, { ignore: [1] }], [false, { ignore: [''] }], [false, { ignore: ['x'.repeat(201)] }], [false, { entries: null }], [false, { extra: 1 }], [false, { __proto__: null, constructor: 1 }],
];

describe('the schema of flameline.config.json', () => {
  it('is published as it is checked', () => {
    assert.equal(readFileSync(new URL('schemas/flameline.config.schema.json', root), 'utf8'), writeConfigSchema(), 'write it anew: npm run docs');
  });

  it('allows what the check allows and nothing else', () => {
    for (const [right, value] of cases) {
      const text = JSON.stringify(value);
      assert.equal(accepts(value), right, `the schema, of ${text.slice(0, 200)}`);
      assert.equal(readConfig(text).problems.length === 0, right, `the check, of ${text.slice(0, 200)}`);
    }
  });

  it('is contributed to editors for this file', () => {
    const { contributes }: { contributes: { jsonValidation: unknown } } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    assert.deepEqual(contributes.jsonValidation, [{ fileMatch: 'flameline.config.json', url: './schemas/flameline.config.schema.json' }]);
  });
});
