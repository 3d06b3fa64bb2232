// npm run kernel: compiles kernel/ into core.
import { writeFileSync } from 'node:fs';
import { compileKernel, kernelFile } from './compile-kernel.ts';

writeFileSync(kernelFile, compileKernel());
