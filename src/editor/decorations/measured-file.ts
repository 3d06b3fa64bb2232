import { LineOrigins } from './line-origins.ts';
import type { TextChange } from './line-origins.ts';
import { findStaleFunctions } from './find-stale-functions.ts';
import type { LineRange, StaleTest } from './find-stale-functions.ts';

/** Whether numbers of a recording may stand in a file: `same` text as measured, `edited` since, or `other` text altogether. */
export type Match = 'same' | 'edited' | 'other';

/** One open file beside what was measured of it: leads lines from the recorded text to the current one and back. */
export class MeasuredFile {
  /** The text as measured while it is known to be that; function ranges are found in it. */
  readonly recordedText: string;
  private origins: LineOrigins;
  private readonly recordedLines: number;
  private ranges: readonly LineRange[] = [];
  private test: StaleTest | null = null;
  private state: Match;

  constructor(text: string, matches: boolean) {
    this.recordedText = text;
    this.origins = new LineOrigins(text);
    this.recordedLines = this.origins.lineCount;
    this.state = matches ? 'same' : 'other';
  }

  get match(): Match {
    return this.state;
  }

  apply(changes: readonly TextChange[]): void {
    this.origins.apply(changes);
    this.test = null;
    if (this.state === 'same') this.state = 'edited';
  }

  /** Functions of the recorded text; until they are known an edit makes its own line stale only. */
  setFunctions(ranges: readonly LineRange[]): void {
    this.ranges = ranges;
    this.test = null;
  }

  /** The file's content turned out to be another one than measured. */
  setOther(): void {
    this.state = 'other';
  }

  /** 1-based; 0 when the line is gone. */
  currentLine(recorded: number): number {
    return this.origins.currentLine(recorded);
  }

  /** 1-based; 0 for a line that was not there. */
  recordedLine(current: number): number {
    return this.origins.recordedLine(current);
  }

  isStale(recordedLine: number): boolean {
    if (this.state === 'same') return false;
    if (this.state === 'other') return true;
    this.test ??= findStaleFunctions(this.origins, this.ranges, this.recordedLines);
    return this.test(recordedLine);
  }
}
