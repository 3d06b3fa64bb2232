// Writes the README's tables of settings and commands from the manifest, of keys from the viewer, and the schema of flameline.config.json. npm run docs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { writeConfigSchema } from '../src/core/config/config-schema.ts';
import { fillReadme } from './manifest-tables.ts';
import type { ShownManifest, Texts } from './manifest-tables.ts';

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const manifest: ShownManifest = JSON.parse(read('package.json'));
const texts: Texts = JSON.parse(read('package.nls.json'));
writeFileSync(join(root, 'README.md'), fillReadme(read('README.md'), manifest, texts));
writeFileSync(join(root, 'schemas/flameline.config.schema.json'), writeConfigSchema());
