import { CollapsedReader } from './collapsed/collapsed-reader.ts';
import { createCpuProfileReader } from './cpuprofile/index.ts';
import type { FormatReader, ReadProfiles } from './format-reader.ts';
import { HeapProfileReader } from './heapprofile/heap-profile-reader.ts';
import { PprofReader } from './pprof/pprof-reader.ts';
import { SpeedscopeReader } from './speedscope/speedscope-reader.ts';
import { TraceReader } from './trace/trace-reader.ts';
import { type Format, KindSniffer } from './kind-sniffer.ts';

/** The next format is one file, one line here, and how it is told from the others in `kind-sniffer.ts`. */
const readers: Readonly<Record<Format, () => FormatReader>> = {
  cpuprofile: () => createNamedCpuReader(),
  heapprofile: () => new HeapProfileReader(),
  speedscope: () => new SpeedscopeReader(),
  trace: () => new TraceReader('object'),
  'trace-array': () => new TraceReader('array'),
  pprof: () => new PprofReader(),
  collapsed: () => new CollapsedReader(),
};

/** Reads a file of any format that is known, told by what it holds, never by its name. */
export function createProfileReader(): FormatReader {
  const sniffer = new KindSniffer();
  const waiting: Uint8Array[] = [];
  let reader: FormatReader | null = null;
  const decide = (format: Format | null): void => {
    if (format === null) return;
    reader = readers[format]();
    for (const chunk of waiting.splice(0)) reader.push(chunk);
  };
  return {
    push(chunk) {
      if (reader !== null) return reader.push(chunk);
      if (sniffer.fault !== null) return;
      waiting.push(chunk.slice());
      decide(sniffer.push(chunk));
    },
    end(cut) {
      if (reader === null) decide(sniffer.end());
      return reader === null ? { ok: false, problem: sniffer.refusal } : reader.end(cut);
    },
  };
}

export function parseProfiles(bytes: Uint8Array): ReadProfiles {
  const reader = createProfileReader();
  reader.push(bytes);
  return reader.end();
}

function createNamedCpuReader(): FormatReader {
  const reader = createCpuProfileReader();
  return {
    push: (chunk) => reader.push(chunk),
    end() {
      const read = reader.end();
      return read.ok ? { ...read, value: [{ label: '', value: 'cpu', pid: null, threadId: null, profile: read.value }] } : read;
    },
  };
}
