import { gzipSync } from 'node:zlib';
import { writeCollapsed } from '../core/formats/collapsed/write-collapsed.ts';
import { deepestStack, measureExport } from '../core/formats/measure-export.ts';
import { writePprof } from '../core/formats/pprof/write-pprof.ts';
import { writeSpeedscope } from '../core/formats/speedscope/write-speedscope.ts';
import { formatCount } from '../core/report/format-numbers.ts';
import type { ExportFormat } from '../protocol/profile-page.ts';
import { exportPage } from './export-page.ts';
import { SessionError } from './types.ts';
import type { OpenedFlame } from './types.ts';

/** Bytes. No tool reads more, and a stack of a million calls, a microsecond each, would be a million times a million frames. */
const mostBytes = 2e9;

export interface ExportNames {
  /** Its title where the format has one. */
  readonly name: string;
  /** Absolute; a page names files inside it relative to it. */
  readonly cwd: string;
}

/** A profile as a file of another tool, or as a page of its own, in pieces; pprof is gzipped, as its readers expect. Throws a `SessionError` before the first piece when it would be too large. */
export function exportFlame(opened: OpenedFlame, format: ExportFormat, names: ExportNames): Iterable<Uint8Array> {
  // A page holds columns, in which a stack takes no more than its own frame.
  if (format !== 'html' && measureExport[format](opened.data, mostBytes) > mostBytes) {
    const depth = formatCount(deepestStack(opened.data));
    throw new SessionError({ code: 'export-too-large', message: `As ${format} it would take more than 2 GB, for its stacks are up to ${depth} frames deep; a page (html) stays small`, file: opened.path });
  }
  return writePieces(opened, format, names);
}

function* writePieces(opened: OpenedFlame, format: ExportFormat, { name, cwd }: ExportNames): Generator<Uint8Array> {
  if (format === 'pprof') yield gzipSync(writePprof(opened.data));
  else if (format === 'html') yield Buffer.from(exportPage(opened, cwd));
  else for (const text of format === 'speedscope' ? writeSpeedscope(opened.data, name) : writeCollapsed(opened.data)) yield Buffer.from(text);
}
