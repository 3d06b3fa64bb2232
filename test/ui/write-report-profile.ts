import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Writes `seen.cpuprofile` beside the examples, as V8 would: 100 ms a function, all at line 14 of `rows.ts`, with their
 * ticks on line 17.
 * @param names V8's names of the functions
 */
export function writeReportProfile(folder: string, names: readonly string[]): void {
  const url = pathToFileURL(join(folder, 'report', 'src', 'rows.ts')).href;
  const frame = (functionName: string, where: string, lineNumber: number) => ({ functionName, scriptId: '1', url: where, lineNumber, columnNumber: 0 });
  const ids = names.map((_, index) => index + 2);
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('(root)', '', -1), hitCount: 0, children: ids },
      ...names.map((name, index) => ({ id: index + 2, callFrame: frame(name, url, 13 + index), hitCount: 1, positionTicks: [{ line: 17, ticks: 1 }] })),
    ],
    startTime: 0,
    endTime: names.length * 100_000,
    samples: ids,
    timeDeltas: ids.map((_, index) => (index === 0 ? 0 : 100_000)),
  };
  writeFileSync(join(folder, 'seen.cpuprofile'), JSON.stringify(profile));
}
