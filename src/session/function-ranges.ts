import { findFunctionRanges as findRanges, type FunctionRange } from '../core/syntax/find-function-ranges.ts';
import { loadTypescript } from './load-typescript.ts';

/** The functions of an original source, to tell which one an edit touched. Runs in the analysis thread. */
export const findFunctionRanges = async (file: string, text: string): Promise<FunctionRange[]> => findRanges(await loadTypescript(), file, text);
