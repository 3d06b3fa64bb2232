import type { PathStyle } from '../model/paths.ts';

export interface ReportOptions {
  /** Absolute; files inside it are named relative to it. */
  readonly cwd: string;
  readonly paths: PathStyle;
  /** Most functions and lines; 0 = all. */
  readonly top: number;
  /** `v24.1.0`; empty when unknown. */
  readonly nodeVersion: string;
  /** Text only: ANSI bold and dim. */
  readonly color: boolean;
  /** Text only: the terminal's width; the report uses 80 to 120 of it. */
  readonly columns: number;
}
