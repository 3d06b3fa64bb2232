import type { Coverage } from '../../session/index.ts';
import { fileKey } from '../decorations/index-heat.ts';
import type { LocatedFinding } from './locate-finding.ts';

type Listener = (files: ReadonlySet<string>) => void;

/** The findings of one file, in the order of its text; absolute. */
export interface FileFindings {
  readonly file: string;
  readonly findings: readonly LocatedFinding[];
}

/** What the last scan has looked at; `null` before the first. */
export interface ScanSummary {
  readonly filesScanned: number;
  readonly filesSkipped: number;
  /** Those that should have been read and could not be. */
  readonly filesUnreadable: number;
  readonly coverage: Coverage;
  /** There are more findings than the scan lists. */
  readonly truncated: boolean;
}

/**
 * Every finding the window knows. What an open file says while it is typed in goes before what a scan said of it.
 * Surfaces are functions of this and repaint on its one event.
 */
export class FindingsState {
  private readonly listeners = new Set<Listener>();
  private readonly scanned = new Map<string, FileFindings>();
  private readonly live = new Map<string, FileFindings>();
  private last: ScanSummary | null = null;

  get summary(): ScanSummary | null {
    return this.last;
  }

  /** Told the keys of the files whose findings are others now. */
  onDidChange(listener: Listener): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /** Files that have findings, silenced ones included. */
  get files(): readonly FileFindings[] {
    const keys = new Set([...this.scanned.keys(), ...this.live.keys()]);
    return [...keys].map((key) => this.at(key)).filter(({ findings }) => findings.length > 0);
  }

  of(file: string): readonly LocatedFinding[] {
    return this.at(fileKey(file)).findings;
  }

  /** Whether a scan has looked at a file and told of it. */
  isScanned(file: string): boolean {
    return this.scanned.has(fileKey(file));
  }

  /** Forgets what was scanned of these files; open ones keep what they say themselves. */
  forget(isOf: (file: string) => boolean): void {
    const keys = [...this.scanned].filter(([, { file }]) => isOf(file)).map(([key]) => key);
    for (const key of keys) this.scanned.delete(key);
    this.fire(keys);
  }

  /** Findings of a scan, as they come. */
  add(findings: readonly LocatedFinding[]): void {
    const byFile = new Map<string, LocatedFinding[]>();
    for (const finding of findings) {
      const known = byFile.get(finding.file);
      if (known) known.push(finding);
      else byFile.set(finding.file, [finding]);
    }
    for (const [file, added] of byFile) {
      const known = this.scanned.get(fileKey(file))?.findings ?? [];
      this.scanned.set(fileKey(file), { file, findings: known.length === 0 ? inOrder(added) : inOrder([...known, ...added]) });
    }
    this.fire([...byFile.keys()].map((file) => fileKey(file)));
  }

  /** What a file says that was scanned before and is looked at anew, closed. */
  replace(file: string, findings: readonly LocatedFinding[]): void {
    this.scanned.set(fileKey(file), { file, findings: inOrder(findings) });
    this.fire([fileKey(file)]);
  }

  /** Drops the findings of rules that are turned off. */
  dropRules(isOff: (rule: string) => boolean): void {
    const keys: string[] = [];
    for (const layer of [this.scanned, this.live]) {
      for (const [key, { file, findings }] of layer) {
        const kept = findings.filter(({ rule }) => !isOff(rule));
        if (kept.length === findings.length) continue;
        layer.set(key, { file, findings: kept });
        keys.push(key);
      }
    }
    this.fire(keys);
  }

  summarize(summary: ScanSummary | null): void {
    this.last = summary;
    this.fire([]);
  }

  /** What an open file says; `null` when it is open no more. */
  setLive(file: string, findings: readonly LocatedFinding[] | null): void {
    const key = fileKey(file);
    if (findings) this.live.set(key, { file, findings: inOrder(findings) });
    else if (!this.live.delete(key)) return;
    this.fire([key]);
  }

  clear(): void {
    const keys = [...this.scanned.keys()];
    this.scanned.clear();
    this.last = null;
    this.fire(keys);
  }

  private at(key: string): FileFindings {
    return this.live.get(key) ?? this.scanned.get(key) ?? { file: '', findings: [] };
  }

  private fire(keys: readonly string[]): void {
    const changed = new Set(keys);
    for (const listener of this.listeners) listener(changed);
  }
}

const inOrder = (findings: readonly LocatedFinding[]): LocatedFinding[] => findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
