import type { FunctionFacts, FileFacts, Span } from '../callgraph/facts.ts';
import type { Linker } from '../callgraph/linker.ts';
import type { NoteReader } from '../callgraph/note-reader.ts';
import type { NotedPlace, Occurrence, Occurrences } from '../callgraph/occurrences.ts';
import type { RequestPaths } from '../callgraph/request-paths.ts';
import type { Hop, Summaries } from '../callgraph/summarize.ts';
import type { FindingHop, Severity } from '../model/finding.ts';

/** What a rule may ask about the project. */
export interface RuleContext {
  readonly linker: Linker;
  readonly summaries: Summaries;
  readonly occurrences: Occurrences;
  readonly requests: RequestPaths;
}

/** A finding before it is placed, ranked and silenced. */
export interface RuleHit {
  readonly span: Span;
  /** Other places of the same cause in the file, as the loop around the call, or a name for what lies elsewhere: who reports one of them reports this. */
  readonly causes?: readonly (Span | string)[];
  readonly kind: string;
  /** Id in the catalogue. */
  readonly client?: string;
  readonly message: string;
  readonly severity: Severity;
  /** A request is known to come here: first among findings of its severity. */
  readonly onRequest?: boolean;
  /** The loop is known to go over data: first among those. */
  readonly dataSized?: boolean;
  readonly chain: readonly Hop[];
  readonly advice: string;
}

/** One rule; the walk tells it each call, each function, and what its reader noted. */
export interface Rule {
  /** Its file, its test, its page, its diagnostic code and its SARIF rule. */
  readonly id: string;
  /** One line, for lists of rules. */
  readonly summary: string;
  /** A text that lacks one of these can't hold a finding of this rule: the file is not parsed for it. */
  readonly needs: readonly RegExp[];
  readonly reader?: NoteReader;
  onCall?(occurrence: Occurrence, context: RuleContext): RuleHit | null;
  onFunction?(file: FileFacts, facts: FunctionFacts, context: RuleContext): readonly RuleHit[];
  onNote?(place: NotedPlace, context: RuleContext): RuleHit | null;
}

export const toFindingHop = ({ file, span, label }: Hop, relative: (path: string) => string): FindingHop => ({ file: relative(file), ...span, label });
