import type { Analysis } from '../core/model/analysis.ts';
import { writeReport } from '../core/report/write-report.ts';
import type { ReportFormat } from '../core/report/write-report.ts';
import { nativeStyle } from './root-guard.ts';

export interface RenderOptions {
  readonly format: ReportFormat;
  /** Absolute; files inside it are named relative to it. */
  readonly cwd: string;
  /** Most functions and lines; 0 = all. */
  readonly top: number;
  /** Text only; default: none. */
  readonly color?: boolean;
  /** Text only: width of the terminal, kept within 80 to 120; default 100. */
  readonly columns?: number;
  /** Text and Markdown; default: not said. */
  readonly nodeVersion?: string;
}

/** The report of an analysis, with the paths of this machine, ending with a newline. */
export const renderReport = (analysis: Analysis, { format, color = false, columns = 100, nodeVersion = '', ...rest }: RenderOptions): string =>
  writeReport(analysis, format, { ...rest, color, columns, nodeVersion, paths: nativeStyle });
