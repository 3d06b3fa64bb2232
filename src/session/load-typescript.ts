import type { Compiler } from '../core/syntax/parse-source.ts';

/** The one place that loads the TypeScript compiler: its bundle is 3.5 MB and costs about 150 ms, so only on demand. */
export const loadTypescript = async (): Promise<Compiler> => (await import('typescript')).default;
