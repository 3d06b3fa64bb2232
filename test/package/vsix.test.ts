import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ruleIds } from '../../src/core/rules/rule-ids.ts';
import { matchGolden } from '../helpers/golden.ts';
import { readZip } from './read-zip.ts';

const file = join(import.meta.dirname, '..', '..', 'flameline.vsix');

/** Shapes of secrets that a wrong file would bring along. */
const secrets = [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, /\b_authToken\s*=/, /\bAKIA[0-9A-Z]{16}\b/, /\bgh[pousr]_[A-Za-z0-9]{36}\b/, /\bnpm_[A-Za-z0-9]{36}\b/];
/** First bytes of programs: ELF, PE, Mach-O. */
const native = [/^\x7fELF/, /^MZ/, /^[\xce\xcf]\xfa\xed\xfe/, /^\xca\xfe\xba\xbe/];

const isRulePage = (name: string): boolean => name.startsWith('extension/docs/rules/');

describe('the packed extension', () => {
  const entries = readZip(file);

  it('holds exactly the files we know of', () => {
    matchGolden('package/vsix-files.txt', [...entries.keys()].filter((name) => !isRulePage(name)).sort().map((name) => `${name}\n`).join(''));
  });

  it('holds the page of every rule, which opens offline', () => {
    assert.deepEqual([...entries.keys()].filter(isRulePage).sort(), ruleIds.map((id) => `extension/docs/rules/${id}.md`).sort());
  });

  it('has at most 3 MB', () => assert.ok(statSync(file).size <= 3_000_000, `${statSync(file).size} bytes`));

  it('is one for every platform: no native module', () => {
    const programs = [...entries].filter(([name, bytes]) => name.endsWith('.node') || native.some((start) => start.test(bytes.toString('latin1', 0, 4))));
    assert.deepEqual(programs.map(([name]) => name), []);
    assert.doesNotMatch(String(entries.get('extension.vsixmanifest')), /TargetPlatform/);
  });

  it('holds nothing that looks like a secret', () => {
    const found = [...entries].filter(([, bytes]) => secrets.some((shape) => shape.test(bytes.toString('latin1'))));
    assert.deepEqual(found.map(([name]) => name), []);
  });

  it('names no folder of the machine it was built on', () => {
    const root = join(import.meta.dirname, '..', '..');
    const found = [...entries].filter(([, bytes]) => bytes.includes(root));
    assert.deepEqual(found.map(([name]) => name), []);
  });

  it('leads its manifest to files that are in it', () => {
    const manifest: { main: string; icon: string; activationEvents?: string[] } = JSON.parse(String(entries.get('extension/package.json')));
    for (const path of [manifest.main, manifest.icon]) assert.ok(entries.has(join('extension', path).replaceAll('\\', '/')), path);
    assert.ok(!manifest.activationEvents?.includes('*'), 'it must not start with every window');
  });
});
