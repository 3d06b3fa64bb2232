// Writes the README's tables of settings and commands from the manifest, and of keys from the viewer. npm run docs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { fillReadme } from './manifest-tables.ts';
import type { ShownManifest, Texts } from './manifest-tables.ts';

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const manifest: ShownManifest = JSON.parse(read('package.json'));
const texts: Texts = JSON.parse(read('package.nls.json'));
writeFileSync(join(root, 'README.md'), fillReadme(read('README.md'), manifest, texts));
