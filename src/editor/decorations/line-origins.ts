/** One change of a text: the range is in the text before it, 0-based, as the editor reports it. */
export interface TextChange {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly text: string;
}

/**
 * Where each line of an edited text comes from: its 1-based line in the recorded text, negative when the line itself was
 * edited since, 0 when it is new.
 */
export class LineOrigins {
  private origins: number[];
  private lengths: number[];
  private positions: Map<number, number> | null = null;

  constructor(text: string) {
    this.lengths = splitLines(text).map((line) => line.length);
    this.origins = this.lengths.map((_, index) => index + 1);
  }

  get lineCount(): number {
    return this.origins.length;
  }

  /** Changes of one event may come in any order; the later in the text is applied first so the ranges stay true. */
  apply(changes: readonly TextChange[]): void {
    const ordered = [...changes].sort((a, b) => b.startLine - a.startLine || b.startCharacter - a.startCharacter);
    for (const change of ordered) this.applyOne(change);
    this.positions = null;
  }

  /** 1-based current line of a recorded line; 0 when it is gone. */
  currentLine(recorded: number): number {
    return Math.abs(this.position(recorded));
  }

  isEdited(recorded: number): boolean {
    return this.position(recorded) <= 0;
  }

  /** 1-based recorded line of a current line; 0 for a new one. */
  recordedLine(current: number): number {
    return Math.abs(this.origins[current - 1] ?? 0);
  }

  private applyOne({ startLine, startCharacter, endLine, endCharacter, text }: TextChange): void {
    const inserted = splitLines(text).map((line) => line.length);
    const last = inserted.length - 1;
    const rest = Math.max(0, (this.lengths[endLine] ?? 0) - endCharacter);
    const [first, final] = [this.origins[startLine] ?? 0, this.origins[endLine] ?? 0];
    const atLineEnd = startCharacter >= (this.lengths[startLine] ?? 0) && inserted[0] === 0 && (last > 0 || rest === 0);
    const atLineStart = endCharacter === 0 && inserted[last] === 0 && (last > 0 || startCharacter === 0);
    const origins = inserted.map(() => 0);
    if (startCharacter > 0 || !atLineStart) origins[0] = atLineEnd ? first : -Math.abs(first);
    if (atLineStart) origins[last] = final;
    else if (endLine > startLine && rest > 0 && (last > 0 || startCharacter === 0)) origins[last] = -Math.abs(final);
    inserted[0] = (inserted[0] ?? 0) + startCharacter;
    inserted[last] = (inserted[last] ?? 0) + rest;
    this.origins = replaceRows(this.origins, startLine, endLine, origins);
    this.lengths = replaceRows(this.lengths, startLine, endLine, inserted);
  }

  /** Positive: the current line, untouched; negative: the current line, edited; 0: gone. */
  private position(recorded: number): number {
    this.positions ??= new Map(this.origins.flatMap((origin, index) => {
      return origin === 0 ? [] : [[Math.abs(origin), origin > 0 ? index + 1 : -(index + 1)] as const];
    }));
    return this.positions.get(recorded) ?? 0;
  }
}

const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** `splice` with a spread overflows the stack on very long pastes; most edits keep the line count and copy nothing. */
function replaceRows(rows: number[], from: number, to: number, by: readonly number[]): number[] {
  if (to - from + 1 === by.length) {
    by.forEach((value, index) => { rows[from + index] = value; });
    return rows;
  }
  return rows.slice(0, from).concat(by, rows.slice(to + 1));
}
