import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

interface KernelPart {
  /** Folder of kernel/. */
  readonly name: string;
  /** The file of core that holds it, compiled, and what that exports. */
  readonly file: string;
  readonly constant: string;
}

export const kernelParts: readonly KernelPart[] = [
  { name: 'read', file: join(root, 'src', 'core', 'formats', 'cpuprofile', 'read-kernel-code.ts'), constant: 'readKernelCode' },
  { name: 'sum', file: join(root, 'src', 'core', 'model', 'sum-kernel-code.ts'), constant: 'sumKernelCode' },
];

/** The text of its file. The same source gives the same text. */
export function compileKernel({ name, constant }: KernelPart): string {
  const folder = mkdtempSync(join(tmpdir(), 'flameline-kernel-'));
  try {
    const out = join(folder, 'kernel.wasm');
    const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
    execFileSync(process.execPath, [compiler, 'index.ts', '--config', 'asconfig.json', '--outFile', out], { cwd: join(root, 'kernel', name) });
    return `// Made by \`npm run kernel\` from kernel/${name}: WebAssembly, in hexadecimal.\nexport const ${constant} = '${readFileSync(out).toString('hex')}';\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
