import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A report of a scan of public code and what somebody who read the code thinks of it. */
export interface Judged {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly line: number;
  readonly verdict: string;
  readonly why?: string;
}

export interface JudgedRule {
  readonly rule: string;
  readonly reports: readonly Judged[];
}

const isJudged = (value: unknown): value is Judged => typeof value === 'object' && value !== null && 'repository' in value && 'commit' in value && 'path' in value && 'line' in value && 'verdict' in value;

const readReports = (path: string): readonly Judged[] => {
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(parsed) || !parsed.every(isJudged)) throw new Error(`${path} is no list of judged reports.`);
  return parsed;
};

/** One file a rule, in the order of their names. */
export function readJudgedRules(folder: string): readonly JudgedRule[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted();
  return names.map((name) => ({ rule: basename(name, '.json'), reports: readReports(join(folder, name)) }));
}
