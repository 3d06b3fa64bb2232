import { type Finding, severities } from '../model/finding.ts';

/** Strongest first, of those the ones a request comes to, then loops over data; the rest are equal. */
const compareWeight = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  Number(b.onRequest === true) - Number(a.onRequest === true) ||
  Number(b.dataSized === true) - Number(a.dataSized === true);

/** By weight, then by place; silenced ones last. */
export const rankFindings = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted(
    (a, b) =>
      Number(a.suppressed !== undefined) - Number(b.suppressed !== undefined) ||
      compareWeight(a, b) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column),
  );
