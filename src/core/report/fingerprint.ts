import type { Finding } from '../model/finding.ts';

/** FNV-1a, 64 bits. */
const hash = (text: string): string => {
  let sum = 0xcbf29ce484222325n;
  for (const character of text) sum = BigInt.asUintN(64, (sum ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return sum.toString(16).padStart(16, '0');
};

const byPlace = (a: Finding, b: Finding): number => a.line - b.line || a.column - b.column;

/** The findings of a scan, each with what it is known by later. */
export const withFingerprints = (findings: readonly Finding[]): Finding[] => {
  const fingerprints = fingerprintsOf(findings);
  return findings.map((finding) => ({ ...finding, fingerprint: fingerprints.get(finding) ?? '' }));
};

/** What stays of each finding when lines above it change: rule, file, message, way, and which of its equals in the file it is. */
export const fingerprintsOf = (findings: readonly Finding[]): ReadonlyMap<Finding, string> => {
  const seen = new Map<string, number>();
  return new Map(
    findings.toSorted(byPlace).map((finding) => {
      const { rule, file, message, chain } = finding;
      const key = [rule, file, message, ...chain.map(({ label }) => label)].join('\0');
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      return [finding, finding.fingerprint ?? hash(`${key}\0${nth}`)] as const;
    }),
  );
};
