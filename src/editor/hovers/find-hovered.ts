import type { Analysis, FunctionTime } from '../../session/index.ts';
import type { FileHeat } from '../decorations/index-heat.ts';

/**
 * The function a line is about: the one that begins there (named `word`, when several do), else the one that spent most
 * of the line's time. `line` is in the recorded text.
 */
export function findHovered(heat: FileHeat, { functions }: Analysis, line: number, word: string): FunctionTime | null {
  const rows = heat.functions.flatMap((at) => functions[at] ?? []);
  const starting = rows.filter((row) => row.line === line && row.totalMs > 0);
  const started = starting.find(({ name }) => name === word || name.endsWith(`.${word}`)) ?? starting[0];
  if (started) return started;
  let best: { row: FunctionTime; ms: number } | null = null;
  for (const row of rows) {
    const ms = row.lines.find((entry) => entry.line === line)?.selfMs ?? 0;
    if (ms > (best?.ms ?? 0)) best = { row, ms };
  }
  return best?.row ?? null;
}
