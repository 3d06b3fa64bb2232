import { readModuleFacts, type ModuleFacts } from '../core/syntax/read-module-facts.ts';
import { loadTypescript } from './load-typescript.ts';

/** What decides how a file can be run; loads the TypeScript compiler. */
export const readFacts = async (file: string, text: string): Promise<ModuleFacts> => readModuleFacts(await loadTypescript(), file, text);
