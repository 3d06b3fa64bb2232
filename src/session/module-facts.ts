import { readModuleFacts as readFacts, type ModuleFacts } from '../core/syntax/read-module-facts.ts';
import { loadTypescript } from './load-typescript.ts';

/** What decides how a file can be run. Runs in the analysis thread. */
export const readModuleFacts = async (file: string, text: string): Promise<ModuleFacts> => readFacts(await loadTypescript(), file, text);
