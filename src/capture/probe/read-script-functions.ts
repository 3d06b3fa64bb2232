import type { Profiler, Session } from 'node:inspector';
import type { ScriptFunctionSidecar } from '../../protocol/probe.ts';

/** Of all scripts together: more would cost time at the program's end. A script with more functions keeps its inlined callees' time in the caller. */
const functionLimit = 20_000;

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where lines begin, by the line ends V8 counts. */
const findLineStarts = (text: string): number[] => {
  const starts = [0];
  if (/[\r\u2028\u2029]/.test(text)) {
    for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + end.length);
    return starts;
  }
  // Ten times as fast, in code that runs but once.
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** 0-based offset → 1-based place. */
const createPlaces = (text: string): ((offset: number) => Place) => {
  const starts = findLineStarts(text);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low] + 1 };
  };
};

const readText = (session: Session, scriptId: string): string | null => {
  let text: string | null = null;
  session.post('Debugger.getScriptSource', { scriptId }, (error, result) => {
    if (error === null) text = result.scriptSource;
  });
  return text;
};

/**
 * Where each function that ran begins and ends, by script id: V8 counts ticks of inlined code for the caller, and only
 * this tells whose lines they are. Best effort coverage counts nothing while the program runs. The debugger must be enabled.
 */
export const readScriptFunctions = (session: Session, ids: ReadonlySet<string>): ReadonlyMap<string, readonly ScriptFunctionSidecar[]> => {
  const found = new Map<string, readonly ScriptFunctionSidecar[]>();
  if (ids.size === 0) return found;
  let left = functionLimit;
  let covered: readonly Profiler.ScriptCoverage[] = [];
  session.post('Profiler.getBestEffortCoverage', (error, result) => {
    if (error === null) covered = result.result;
  });
  for (const { scriptId, functions } of covered) {
    const text = ids.has(scriptId) && functions.length <= left ? readText(session, scriptId) : null;
    if (text === null) continue;
    left -= functions.length;
    const placeOf = createPlaces(text);
    found.set(scriptId, functions.map(({ functionName, ranges: [{ startOffset, endOffset }] }) => ({ name: functionName, ...placeOf(startOffset), endLine: placeOf(endOffset).line })));
  }
  return found;
};
