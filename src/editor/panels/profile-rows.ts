import { FlameRows } from '../../session/index.ts';
import { fileKey, indexHeat } from '../decorations/index-heat.ts';
import type { HeatIndex } from '../decorations/index-heat.ts';
import { findHovered } from '../hovers/find-hovered.ts';

/** Rows of the page's columns, found from the code as well. */
export class ProfileRows extends FlameRows {
  private heat: HeatIndex | null = null;

  /** The row that a line is about, as the hover would say it; -1 = none. `line` and `word` are of the recorded text. */
  rowAt(file: string, line: number, word: string): number {
    this.heat ??= indexHeat(this.opened.analysis);
    const heat = this.heat.get(fileKey(file));
    const found = heat ? findHovered(heat, this.opened.analysis, line, word) : null;
    return found ? this.rowOf(found) : -1;
  }
}
