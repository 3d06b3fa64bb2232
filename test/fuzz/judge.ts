import { writeCollapsed } from '../../src/core/formats/collapsed/write-collapsed.ts';
import { createProfileReader, parseProfiles } from '../../src/core/formats/detect.ts';
import type { FormatReader, ReadProfiles } from '../../src/core/formats/format-reader.ts';
import { writePprof } from '../../src/core/formats/pprof/write-pprof.ts';
import { writeSpeedscope } from '../../src/core/formats/speedscope/write-speedscope.ts';
import type { FlameData } from '../../src/core/model/flame-data.ts';
import { flameOf } from '../helpers/flame-fixture.ts';
import { assertConsistent } from '../unit/core/formats/assert-consistent.ts';
import { readProblemCodes } from '../helpers/fault-rows.ts';

/** What an input may cost. Time is that of the best of three tries, for the machine may be busy. */
const limits = { ms: 100, msPerMb: 50, bytes: 64 << 20, bytesPerByte: 4 } as const;
const codes = readProblemCodes();
const prototypes = [Object, Array, Function, Map, Set, String, Number, Uint8Array, Int32Array, Float64Array].map(({ prototype }) => prototype as object);
const listPrototypes = (): string => prototypes.map((prototype) => Reflect.ownKeys(prototype).map(String).join()).join(';');
const encode = (texts: Iterable<string>): Uint8Array => new TextEncoder().encode([...texts].join(''));
const untouched = listPrototypes();

interface Try {
  readonly read: ReadProfiles;
  readonly ms: number;
  readonly grown: number;
}

/** Reads in two pieces, cut where the input's length says. */
function tryReading(bytes: Uint8Array, createReader: () => FormatReader): Try {
  const before = process.memoryUsage();
  const start = performance.now();
  const reader = createReader();
  const cut = bytes.length % 97;
  reader.push(bytes.subarray(0, cut));
  reader.push(bytes.subarray(cut));
  const read = reader.end();
  const ms = performance.now() - start;
  const after = process.memoryUsage();
  return { read, ms, grown: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers };
}

/** What is wrong with the answer to an input; `null` when nothing is. */
export function judge(bytes: Uint8Array, createReader = createProfileReader): string | null {
  try {
    let best = tryReading(bytes, createReader);
    const msLimit = limits.ms + (limits.msPerMb * bytes.length) / 1e6;
    const byteLimit = limits.bytes + limits.bytesPerByte * bytes.length;
    for (let again = 0; again < 2 && (best.ms > msLimit || best.grown > byteLimit); again++) {
      const next = tryReading(bytes, createReader);
      best = { read: next.read, ms: Math.min(best.ms, next.ms), grown: Math.min(best.grown, next.grown) };
    }
    if (best.ms > msLimit) return `took ${best.ms.toFixed(0)} ms`;
    if (best.grown > byteLimit) return `took ${(best.grown / 2 ** 20).toFixed(0)} MB`;
    if (listPrototypes() !== untouched) return 'changed a prototype';
    return findWrongProblem(best.read, bytes.length) ?? findWrongValue(best.read);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function findWrongProblem(read: ReadProfiles, length: number): string | null {
  for (const { code, message, byte, field } of read.ok ? read.problems : [read.problem]) {
    if (!codes.has(code)) return `the code ${code} is not in docs/faults.md`;
    if (byte === undefined && field === undefined) return `${code} names no place`;
    if (byte !== undefined && (byte < 0 || byte > length)) return `${code} names byte ${byte} of ${length}`;
    if (!/^[A-Za-z0-9][^\n]*[^.\n]$/.test(message)) return `no sentence: ${message}`;
  }
  return null;
}

function findWrongValue(read: ReadProfiles): string | null {
  if (!read.ok) return null;
  if (read.value.length === 0) return 'no profile and no refusal';
  for (const { profile } of read.value) assertConsistent(profile);
  return findUnreadable(flameOf(read));
}

/** What is written of it must be read again. */
function findUnreadable(data: FlameData): string | null {
  const written = { speedscope: encode(writeSpeedscope(data, '')), pprof: writePprof(data), collapsed: encode(writeCollapsed(data)) };
  for (const [format, bytes] of Object.entries(written)) {
    const read = parseProfiles(bytes);
    if (!read.ok && read.problem.code !== 'empty-file') return `as ${format} it can't be read again: ${read.problem.message}`;
  }
  return null;
}
