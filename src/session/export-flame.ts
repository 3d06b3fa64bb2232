import { gzipSync } from 'node:zlib';
import { writeCollapsed } from '../core/formats/collapsed/write-collapsed.ts';
import { writePprof } from '../core/formats/pprof/write-pprof.ts';
import { writeSpeedscope } from '../core/formats/speedscope/write-speedscope.ts';
import type { FlameData } from '../core/model/flame-data.ts';

export const exportFormats = ['speedscope', 'pprof', 'collapsed'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A profile as a file of another tool, in pieces; pprof is gzipped, as its readers expect. `name` is its title where the format has one. */
export function* exportFlame(data: FlameData, format: ExportFormat, name: string): Generator<Uint8Array> {
  if (format === 'pprof') yield gzipSync(writePprof(data));
  else for (const text of format === 'speedscope' ? writeSpeedscope(data, name) : writeCollapsed(data)) yield Buffer.from(text);
}
