import type { AnalyseRegexp } from '../../core/syntax/regexps/find-backtracking.ts';

/** The analyser of regular expressions stands in a chunk of its own: 1.1 MB and 45 ms, for the one rule that asks. */
export const loadRegexps = async (): Promise<AnalyseRegexp> => (await import('scslre')).default.analyse;

/** `null` when the one rule that asks for it is not among these; none = all. */
export const loadRegexpsFor = (rules: readonly string[]): Promise<AnalyseRegexp> | null => (rules.length === 0 || rules.includes('slow-regexp') ? loadRegexps() : null);
