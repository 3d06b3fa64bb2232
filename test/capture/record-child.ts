// node record-child.ts <json request> <file for the result>: a command that records, for tests that end or feed it.
import { writeFileSync } from 'node:fs';
import { createSpawnHost, record, SessionError } from '../../src/session/index.ts';

const [, , text, result] = process.argv;
const { stdout, ...request } = JSON.parse(text) as { stdout: 'stdout' | 'stderr'; file: string; store: string; nodePath: string };
try {
  const { manifest } = await record({ args: [], env: {}, ...request, host: createSpawnHost({ stdout }) });
  writeFileSync(result, JSON.stringify(manifest));
} catch (error) {
  process.stderr.write(error instanceof SessionError ? error.message : String(error));
  process.exitCode = 1;
}
