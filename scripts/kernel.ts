// npm run kernel: compiles kernel/ into core.
import { writeFileSync } from 'node:fs';
import { compileKernel, kernelParts } from './compile-kernel.ts';

for (const part of kernelParts) writeFileSync(part.file, compileKernel(part));
