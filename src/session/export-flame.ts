import { gzipSync } from 'node:zlib';
import { writeCollapsed } from '../core/formats/collapsed/write-collapsed.ts';
import { writePprof } from '../core/formats/pprof/write-pprof.ts';
import { writeSpeedscope } from '../core/formats/speedscope/write-speedscope.ts';
import type { ExportFormat } from '../protocol/profile-page.ts';
import { exportPage } from './export-page.ts';
import type { OpenedFlame } from './types.ts';

export interface ExportNames {
  /** Its title where the format has one. */
  readonly name: string;
  /** Absolute; a page names files inside it relative to it. */
  readonly cwd: string;
}

/** A profile as a file of another tool, or as a page of its own, in pieces; pprof is gzipped, as its readers expect. */
export function* exportFlame(opened: OpenedFlame, format: ExportFormat, { name, cwd }: ExportNames): Generator<Uint8Array> {
  if (format === 'pprof') yield gzipSync(writePprof(opened.data));
  else if (format === 'html') yield Buffer.from(exportPage(opened, cwd));
  else for (const text of format === 'speedscope' ? writeSpeedscope(opened.data, name) : writeCollapsed(opened.data)) yield Buffer.from(text);
}
