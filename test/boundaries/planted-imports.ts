import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Files that breaches may import, one in each place. */
const targets = [
  'src/core/model/shape.ts',
  'src/core/formats/reader.ts',
  'src/core/compare/writer.ts',
  'src/core/report/writer.ts',
  'src/capture/launch/start.ts',
  'src/capture/probe/main.ts',
  'src/protocol/probe.ts',
  'src/protocol/peer.ts',
  'src/session/index.ts',
  'src/cli/main.ts',
  'src/editor/extension.ts',
  'test/helpers/helper.ts',
  'node_modules/typescript/index.js',
];

/**
 * Lays a small project of the given files out in a temporary folder and lets dependency-cruiser judge it by our rules.
 * @param planted path → text
 * @returns for each path the names of the rules it breaks
 */
export function judgeImports(planted: Readonly<Record<string, string>>): Map<string, Set<string>> {
  const folder = mkdtempSync(join(tmpdir(), 'fl-planted-'));
  try {
    const files = { ...Object.fromEntries(targets.map((path) => [path, 'export const value = 1;\nexport type Shape = number;\n'])), ...planted };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['src', 'test'] }));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const args = [cruiser, 'src', 'test', '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
    if (!stdout.startsWith('{')) throw new Error(stderr);
    const output: CruiseOutput = JSON.parse(stdout);
    return collectViolations(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface CruiseOutput {
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
}

function collectViolations({ summary }: CruiseOutput): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { from, rule } of summary.violations) found.set(from, (found.get(from) ?? new Set()).add(rule.name));
  return found;
}
