import type { AnalyseRegexp } from '../../core/syntax/regexps/find-backtracking.ts';

/** The analyser of regular expressions stands in a chunk of its own: 1.1 MB and 45 ms, for the one rule that asks. */
export const loadRegexps = async (): Promise<AnalyseRegexp> => (await import('scslre')).default.analyse;

/** `null` when the rule that asks for it does not run. */
export const loadRegexpsFor = (rules: Iterable<string>): Promise<AnalyseRegexp> | null => (new Set(rules).has('slow-regexp') ? loadRegexps() : null);
