import type { Analysis } from '../../session/index.ts';
import { fileKey } from '../decorations/index-heat.ts';
import { pickHotFunctions } from './pick-hot-functions.ts';

/** By `fileKey`: recorded lines with a diagnostic. Other extensions print it at the line's end, so our text stays away. */
export function diagnosedLines(analysis: Analysis, limit: number): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>();
  for (const { at } of pickHotFunctions(analysis, limit)) {
    const key = fileKey(at.file);
    const known = lines.get(key);
    if (known) known.add(at.line);
    else lines.set(key, new Set([at.line]));
  }
  return lines;
}
