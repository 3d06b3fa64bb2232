import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

/** The file of core that holds kernel/, compiled. */
export const kernelFile = join(root, 'src', 'core', 'formats', 'cpuprofile', 'kernel-code.ts');

/** Its text. The same source gives the same text. */
export function compileKernel(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flameline-kernel-'));
  try {
    const out = join(folder, 'kernel.wasm');
    const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
    execFileSync(process.execPath, [compiler, 'index.ts', '--config', 'asconfig.json', '--outFile', out], { cwd: join(root, 'kernel') });
    return `// Made by \`npm run kernel\` from kernel/: WebAssembly, in hexadecimal.\nexport const kernelCode = '${readFileSync(out).toString('hex')}';\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
