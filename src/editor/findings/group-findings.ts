import { ruleIds, severities } from '../../session/index.ts';
import type { FileFindings } from './findings-state.ts';
import type { LocatedFinding } from './locate-finding.ts';

/** What the last profile measured at a finding, ms; `null` where it measured nothing. */
export type CostOf = (finding: LocatedFinding) => number | null;

export interface RankedFinding {
  readonly finding: LocatedFinding;
  readonly ms: number | null;
}

export interface FileGroup {
  readonly file: string;
  readonly findings: readonly RankedFinding[];
}

export interface RuleGroup {
  readonly rule: string;
  readonly count: number;
  /** Findings past the limit, which no row shows. */
  readonly more: number;
  readonly files: readonly FileGroup[];
}

export interface GroupedFindings {
  readonly rules: readonly RuleGroup[];
  readonly silenced: readonly RankedFinding[];
}

/** Rows of one rule past these are noise; the command line lists them all. */
export const mostOfRule = 500;

/** By rule, then file. What was measured to cost most stands first, then what asks most for attention. */
export function groupFindings(files: readonly FileFindings[], costOf: CostOf): GroupedFindings {
  const inOrder = files.toSorted((a, b) => (a.file < b.file ? -1 : 1)).flatMap(({ findings }) => findings);
  // Stable, and by numbers only: texts were put in order by file, of which there are fewer.
  const ranked = inOrder.map((finding) => ({ finding, ms: costOf(finding), weight: weightOf(finding) })).sort((a, b) => (b.ms ?? 0) - (a.ms ?? 0) || a.weight - b.weight);
  const open = ranked.filter(({ finding }) => !finding.suppressed);
  const rules = [...collect(open, ({ finding }) => finding.rule)].map(([rule, found]) => ({
    rule,
    count: found.length,
    more: Math.max(0, found.length - mostOfRule),
    files: [...collect(found.slice(0, mostOfRule), ({ finding }) => finding.file)].map(([file, findings]) => ({ file, findings })),
  }));
  return { rules, silenced: ranked.filter(({ finding }) => finding.suppressed) };
}

const severityRanks = new Map<string, number>(severities.map((severity, at) => [severity, at]));
const ruleRanks = new Map<string, number>(ruleIds.map((id, at) => [id, at]));

/** By severity, then what a request comes to, then loops over data, then the order of the rules: one number, since thousands are compared. */
const weightOf = ({ severity, rule, onRequest, dataSized }: LocatedFinding): number => {
  const evidence = (severityRanks.get(severity) ?? 0) * 4 + (onRequest ? 0 : 2) + (dataSized ? 0 : 1);
  return evidence * (ruleIds.length + 1) + (ruleRanks.get(rule) ?? ruleIds.length);
};

/** Groups in the order their first member comes, so the heaviest group stands first. */
function collect(found: readonly RankedFinding[], keyOf: (found: RankedFinding) => string): Map<string, RankedFinding[]> {
  const groups = new Map<string, RankedFinding[]>();
  for (const one of found) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
