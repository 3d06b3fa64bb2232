import type { KnownPlace } from './known-bugs.ts';

export interface FoundSpan {
  readonly file: string;
  readonly line: number;
}

/** What a scan's JSON says of a finding, as far as it is compared. */
export interface ScanFinding extends FoundSpan {
  readonly rule: string;
  readonly endLine: number;
  readonly chain: readonly FoundSpan[];
}

/** A call may begin some lines above the word that a reader takes for it: chains of a query builder. */
const nearby = 3;

const isEnd = ({ file, line }: FoundSpan, written: string): boolean => {
  const [path, at] = written.split(':');
  return file === path && (at === undefined || Math.abs(line - Number(at)) <= nearby);
};

/** Whether a finding stands at the place and its way ends where it may. */
export const isFound = ({ rule, path, line, ends = [] }: KnownPlace, findings: readonly ScanFinding[]): boolean =>
  findings.some((finding) => {
    const isHere = finding.file === path && finding.line <= line && line <= finding.endLine;
    const isRule = finding.rule === rule || (rule === 'n-plus-one' && finding.rule === 'n-plus-one-resolver');
    const end = finding.chain.at(-1) ?? finding;
    return isHere && isRule && (ends.length === 0 || ends.some((written) => isEnd(end, written)));
  });
