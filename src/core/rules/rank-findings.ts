import { type Finding, severities } from '../model/finding.ts';

/** Strongest first, of those the ones a request comes to, then by place; silenced ones last. */
export const rankFindings = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted(
    (a, b) =>
      Number(a.suppressed !== undefined) - Number(b.suppressed !== undefined) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      Number(b.onRequest === true) - Number(a.onRequest === true) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column),
  );
