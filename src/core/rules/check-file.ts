import type { FileFacts, LineRange } from '../callgraph/facts.ts';
import { Invocations } from '../callgraph/invocation.ts';
import { Linker } from '../callgraph/linker.ts';
import { type NotedPlace, type Occurrence, Occurrences } from '../callgraph/occurrences.ts';
import type { ProjectHost } from '../callgraph/project-host.ts';
import { RequestPaths } from '../callgraph/request-paths.ts';
import { Summaries } from '../callgraph/summarize.ts';
import type { Finding } from '../model/finding.ts';
import { CoverageCount } from './coverage-count.ts';
import { ignoreComment, judgeComments } from './ignore-comment.ts';
import { mergeHits, type RuledHit } from './merge-hits.ts';
import { type Rule, type RuleContext, toFindingHop } from './rule.ts';

const headsOf = ({ loops }: Pick<Occurrence, 'loops'>): LineRange[] => loops.map(({ head: { line, endLine } }) => ({ line, endLine }));

/** Runs rules over files of a project; what it learns of one file helps the next. */
export class Checker {
  readonly #rules: readonly Rule[];
  readonly #judgesComments: boolean;
  readonly #occurrences: Occurrences;
  readonly #context: RuleContext;
  readonly #relative: (path: string) => string;
  readonly coverage: CoverageCount;

  constructor(host: ProjectHost, rules: readonly Rule[], relative: (path: string) => string) {
    const linker = new Linker(host);
    this.#rules = rules;
    this.#judgesComments = rules.includes(ignoreComment);
    this.#relative = relative;
    this.#occurrences = new Occurrences(linker, new Invocations(linker));
    const summaries = new Summaries(linker, this.#occurrences);
    this.#context = { linker, summaries, occurrences: this.#occurrences, requests: new RequestPaths(host, this.#occurrences, summaries) };
    this.coverage = new CoverageCount(linker);
  }

  /** The findings of a file, in the order of its text. */
  check(file: FileFacts): Finding[] {
    const hits: RuledHit[] = [];
    for (const facts of file.functions) {
      if (this.#occurrences.placed.has(facts)) continue;
      for (const occurrence of this.#occurrences.of(file, facts)) {
        this.coverage.add(occurrence);
        hits.push(...this.#ask(occurrence));
      }
    }
    for (const rule of this.#rules) for (const facts of file.functions) hits.push(...(rule.onFunction?.(file, facts, this.#context) ?? []).map((hit) => ({ ...hit, rule })));
    hits.push(...file.notes.flatMap((note) => this.#judge(this.#occurrences.placeOf(file, note))));
    const merged = mergeHits(hits, this.#rules).map(({ hit, others }) => this.#finding(file, hit, others));
    const comments = this.#judgesComments ? judgeComments(file, this.#relative(file.path), merged, (id) => this.#rules.some((rule) => rule.id === id)) : [];
    return [...merged, ...comments].toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  #judge(place: NotedPlace): RuledHit[] {
    return this.#rules.flatMap((rule) => {
      const hit = rule.id === place.note.rule ? rule.onNote?.(place, this.#context) : null;
      return hit ? [{ ...hit, rule, loops: headsOf(place) }] : [];
    });
  }

  #ask(occurrence: Occurrence): RuledHit[] {
    return this.#rules.flatMap((rule) => {
      const hit = rule.onCall?.(occurrence, this.#context);
      return hit ? [{ ...hit, rule, loops: headsOf(occurrence) }] : [];
    });
  }

  #finding(file: FileFacts, { rule, span, kind, client, onRequest, dataSized, message, severity, chain, advice, loops = [] }: RuledHit, alsoMatches: readonly string[]): Finding {
    const silencing = file.suppressions.find((candidate) => candidate.rule === rule.id && (candidate.line === 0 || candidate.line === span.line));
    return {
      rule: rule.id, kind, message, severity, file: this.#relative(file.path), ...span, chain: chain.map((hop) => toFindingHop(hop, this.#relative)), advice, alsoMatches,
      ...(client !== undefined && { client }),
      ...(onRequest && { onRequest }),
      ...(dataSized && { dataSized }),
      ...(loops.length > 0 && { loops }),
      ...(silencing && { suppressed: { reason: silencing.reason } }),
    };
  }
}
