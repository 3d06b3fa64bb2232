import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A place of public code of which somebody wrote down, before any scan, whether it must be reported. */
export interface KnownPlace {
  readonly rule: string;
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly line: number;
  readonly verdict: 'bug' | 'fine';
  /** Where the way may end: `path` or `path:line`; without them anywhere. */
  readonly ends?: readonly string[];
  /** Git's hash of the file's bytes. */
  readonly blob: string;
}

type Row = Omit<KnownPlace, 'rule'>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && 'repository' in value && 'commit' in value && 'path' in value && 'line' in value && 'verdict' in value && 'blob' in value;

/** One file a rule. */
export function readKnownPlaces(folder: string): readonly KnownPlace[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).flatMap((name) => {
    const parsed: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (!Array.isArray(parsed) || !parsed.every(isRow)) throw new Error(`${name} is no list of places.`);
    return parsed.map((row) => ({ rule: basename(name, '.json'), ...row }));
  });
}
