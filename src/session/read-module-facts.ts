import type { ModuleFacts } from '../core/syntax/read-module-facts.ts';
import { workerMethods } from '../protocol/worker.ts';
import { withAnalysisThread } from './analysis-thread.ts';

const isModuleFacts = (value: unknown): value is ModuleFacts =>
  typeof value === 'object' && value !== null && 'imports' in value && Array.isArray(value.imports) && 'used' in value && value.used instanceof Set;

/** What decides how a file can be run, by the analysis thread: it loads the TypeScript compiler the first time it is asked. */
export const readModuleFacts = (file: string, text: string): Promise<ModuleFacts> =>
  withAnalysisThread((peer) => peer.request(workerMethods.readModuleFacts, { file, text }, isModuleFacts));
