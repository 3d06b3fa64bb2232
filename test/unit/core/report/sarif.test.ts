import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ajvDraft04 from 'ajv-draft-04';
import type { Finding, ScanResult } from '../../../../src/core/model/finding.ts';
import { writeSarif } from '../../../../src/core/report/write-sarif.ts';

const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const validate = new ajvDraft04.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

const place = { line: 7, column: 11, endLine: 7, endColumn: 30 };
const finding: Finding = {
  rule: 'n-plus-one', kind: 'query', severity: 'warning', message: '`user.findUnique` runs once per element of `orders`.', file: 'src/my orders.ts', ...place, advice: 'Ask once.', alsoMatches: ['await-in-loop'],
  chain: [{ file: 'src/my orders.ts', ...place, label: 'loadUser' }, { file: 'src/users.ts', line: 3, column: 1, endLine: 3, endColumn: 9, label: 'user.findUnique' }],
};
const result: ScanResult = {
  root: '/project', filesScanned: 2, filesSkipped: [{ file: 'bad.ts', reason: 'Expression expected (line 3)' }], coverage: { resolved: 3, calls: 4 }, truncated: false,
  findings: [finding, { ...finding, line: 9, endLine: 9, suppressed: { reason: 'three ids at most' } }],
};

interface Location {
  physicalLocation: object;
  message: { text: string };
}
interface Run {
  results: {
    locations: Location[]; relatedLocations: Location[]; codeFlows: { threadFlows: { locations: { location: Location }[] }[] }[];
    partialFingerprints: Record<string, string>; suppressions: object[]; fixes?: object[]; properties: { alsoMatches: string[] };
  }[];
  invocations: { executionSuccessful: boolean; toolExecutionNotifications: { level: string; message: { text: string } }[] }[];
  properties: { coverage: object };
}

function runOf(scan: ScanResult): Run {
  const { runs }: { runs: Run[] } = JSON.parse(writeSarif(scan, '0.1.0'));
  return runs[0];
}
const prints = (scan: ScanResult): string[] => runOf(scan).results.map(({ partialFingerprints }) => partialFingerprints['flameline/v1']);

describe('SARIF', () => {
  it('is valid against the published schema, with and without findings', () => {
    for (const scan of [result, { ...result, findings: [], filesSkipped: [] }]) {
      assert.ok(validate(JSON.parse(writeSarif(scan, '0.1.0'))), JSON.stringify(validate.errors));
    }
  });

  it('places the call relative to the source root and gives the way to the query in order', () => {
    const [first] = runOf(result).results;
    assert.deepEqual(first.locations[0].physicalLocation, { artifactLocation: { uri: 'src/my%20orders.ts', uriBaseId: '%SRCROOT%' }, region: { startLine: 7, startColumn: 11, endLine: 7, endColumn: 30 } });
    assert.deepEqual(first.codeFlows[0].threadFlows[0].locations.map(({ location }) => location.message.text), ['loadUser', 'user.findUnique']);
    assert.equal(first.relatedLocations.length, 2);
    assert.deepEqual(first.properties.alsoMatches, ['await-in-loop']);
  });

  it('keeps silenced findings with their reason, and files that were not read', () => {
    assert.deepEqual(runOf(result).results[1].suppressions, [{ kind: 'inSource', justification: 'three ids at most' }]);
    assert.match(runOf(result).invocations[0].toolExecutionNotifications[0].message.text, /Expression expected \(line 3\)/);
    assert.deepEqual(runOf(result).properties.coverage, { resolved: 3, calls: 4 });
  });

  it('carries the edits that take a finding away, and stays valid', () => {
    const edits = [{ line: 2, column: 1, endLine: 2, endColumn: 1, text: 'const all = 1;\n' }, { ...place, text: 'all' }];
    const fixed = { ...result, findings: [{ ...finding, fixes: [{ title: 'Ask once', edits }] }, finding] };
    assert.ok(validate(JSON.parse(writeSarif(fixed, '0.1.0'))), JSON.stringify(validate.errors));
    const [first, second] = runOf(fixed).results;
    assert.deepEqual(first.fixes, [{
      description: { text: 'Ask once' },
      artifactChanges: [{
        artifactLocation: { uri: 'src/my%20orders.ts', uriBaseId: '%SRCROOT%' },
        replacements: [
          { deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 1 }, insertedContent: { text: 'const all = 1;\n' } },
          { deletedRegion: { startLine: 7, startColumn: 11, endLine: 7, endColumn: 30 }, insertedContent: { text: 'all' } },
        ],
      }],
    }]);
    assert.equal(second.fixes, undefined);
  });

  it('tells files that could not be read louder than those that were left out', () => {
    const skipped = { ...result, filesSkipped: [...result.filesSkipped, { file: 'node_modules', reason: 'dependencies' }] };
    const [{ executionSuccessful, toolExecutionNotifications: told }] = runOf(skipped).invocations;
    assert.deepEqual([executionSuccessful, told.map(({ level }) => level)], [true, ['warning', 'note']]);
  });

  it('gives equal findings of a file fingerprints of their own, which stay when lines are added above', () => {
    const moved = result.findings.map((entry) => ({ ...entry, line: entry.line + 100, endLine: entry.endLine + 100 }));
    assert.equal(new Set(prints(result)).size, 2);
    assert.deepEqual(prints({ ...result, findings: moved }), prints(result));
  });
});
