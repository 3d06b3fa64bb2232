import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundlePath } from '../session/index.ts';

/** The package's version; the bundles lie one folder below its manifest. */
export function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(bundlePath('worker.cjs')), '..', 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
