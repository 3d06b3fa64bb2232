import type { ScanResult } from '../model/finding.ts';
import { isOpen } from './baseline.ts';

/** Findings that are listed for people; JSON and SARIF have all of them, for a baseline must. */
export const mostShown = 5000;

/** What is left of a result, narrowed before, when so many open findings are listed. Those that are silenced or known take nobody's place. */
export const shownFindings = (result: ScanResult): ScanResult => {
  let listed = 0;
  const findings = result.findings.filter((finding) => !isOpen(finding) || ++listed <= mostShown);
  return { ...result, findings, truncated: result.truncated || listed > mostShown };
};
