/** A replacement in a text; offsets are UTF-16 units, `start === end` inserts. */
export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change that takes a finding away, or shows what could. */
export interface SourceFix {
  /** As a menu names it. */
  readonly title: string;
  /** `edit`: the code does the same and the finding is gone. `preview`: to be looked at, it needs a hand. */
  readonly kind: 'edit' | 'preview';
  readonly edits: readonly SourceEdit[];
}

/** The text after the edits, which do not overlap. */
export const applyEdits = (text: string, edits: readonly SourceEdit[]): string =>
  edits.toSorted((a, b) => b.start - a.start || b.end - a.end).reduce((changed, { start, end, text: added }) => changed.slice(0, start) + added + changed.slice(end), text);
