import { isAbsolute, join } from 'node:path';
import type { Finding } from '../../session/index.ts';

/** A finding whose files are absolute, as the editor names them; a scan names them from its root. */
export type LocatedFinding = Finding;

export function locateFinding(root: string, finding: Finding): LocatedFinding {
  const absolute = (file: string): string => (isAbsolute(file) ? file : join(root, file));
  return { ...finding, file: absolute(finding.file), chain: finding.chain.map((hop) => ({ ...hop, file: absolute(hop.file) })) };
}

/** Two findings with the same key are one: as long as the text is the same. */
export const findingKey = ({ rule, file, line, column }: LocatedFinding): string => `${rule}\n${file}\n${line}:${column}`;
