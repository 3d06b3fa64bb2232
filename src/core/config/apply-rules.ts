import type { Finding } from '../model/finding.ts';
import { allRules } from '../rules/all-rules.ts';
import type { Rule } from '../rules/rule.ts';
import type { ScanConfig } from './scan-config.ts';

/** The rules that are asked for, all of them when none is named, without those that the project turns off. */
export const rulesOf = (ids: readonly string[], { rules }: ScanConfig): readonly Rule[] => allRules.filter(({ id }) => (ids.length === 0 || ids.includes(id)) && rules[id] !== 'off');

/** Findings as serious as the project takes them. */
export const withSeverities = (findings: readonly Finding[], { rules }: ScanConfig): Finding[] =>
  findings.map((finding) => {
    const severity = Object.hasOwn(rules, finding.rule) ? rules[finding.rule] : 'off';
    return severity === 'off' ? finding : { ...finding, severity };
  });
