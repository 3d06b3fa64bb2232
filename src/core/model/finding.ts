/** How much a finding asks for attention, strongest first. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** A place on the way from a loop or a request to the call that costs; lines and columns count from 1. */
export interface FindingHop {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly label: string;
}

/** Text in place of what stands from one place to another; lines and columns count from 1. */
export interface PlacedEdit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** A change of a finding's own file that takes it away. */
export interface PlacedFix {
  readonly title: string;
  readonly edits: readonly PlacedEdit[];
}

/** A place in the code that will cost time, found without running it. */
export interface Finding {
  readonly rule: string;
  /** `query`, `request`, `process`, …: what is spent. */
  readonly kind: string;
  /** Id of the catalogue's client whose call costs, where it is one's. */
  readonly client?: string;
  /** A request is known to come here. */
  readonly onRequest?: true;
  /** The loop goes over what a query answers with, or a request brings along. */
  readonly dataSized?: true;
  readonly message: string;
  readonly severity: Severity;
  /** As the scan names files: relative to its root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Lines of the finding's file where the loops around it say what they go over, outermost first. */
  readonly loops?: readonly Pick<FindingHop, 'line' | 'endLine'>[];
  /** In order, ending at the call that costs; a single hop when that is the finding's own place. */
  readonly chain: readonly FindingHop[];
  /** One line each: what to write instead, and what that changes. */
  readonly advice: string;
  /** Other rules that saw the same place. */
  readonly alsoMatches: readonly string[];
  /** Silenced in the source, and why. */
  readonly suppressed?: { readonly reason: string };
  /** What stays of it when lines above it change; numbered among all findings of its file, however few of them are shown. */
  readonly fingerprint?: string;
  /** Where they were asked for. */
  readonly fixes?: readonly PlacedFix[];
  /** Against an earlier scan, when one was given. */
  readonly baseline?: 'new' | 'unchanged';
}

export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
}

/** Calls the analysis could follow among those it had to. */
export interface Coverage {
  readonly resolved: number;
  readonly calls: number;
}

/** What a scan of a project gives. */
export interface ScanResult {
  readonly root: string;
  readonly filesScanned: number;
  readonly filesSkipped: readonly SkippedFile[];
  readonly coverage: Coverage;
  readonly findings: readonly Finding[];
  readonly truncated: boolean;
}
