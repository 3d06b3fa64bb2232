// Packs the extension into flameline.vsix, the same file for every platform. npm run package
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root } from './bootstrap.mjs';

const packagePath = join(root, 'flameline.vsix');
// Everything is bundled. vsce looks for secrets in the files by itself and fails when it finds one.
await createVSIX({ cwd: root, packagePath, dependencies: false, rewriteRelativeLinks: false, allowMissingRepository: true });
console.log(`flameline.vsix         ${(statSync(packagePath).size / 1000).toFixed(0)} kB`);
