import { renderReport, reportFormats } from '../session/index.ts';
import type { Analysis, ReportFormat } from '../session/index.ts';
import { readChoice, readNumber } from './parse-options.ts';
import type { OptionKinds, ParsedOptions } from './parse-options.ts';

/** Options every verb that prints a report has. */
export const reportKinds = { format: 'value', top: 'value', help: 'flag' } as const satisfies OptionKinds;

export interface ReportChoice {
  readonly format: ReportFormat;
  readonly top: number;
}

export const readReportChoice = (options: ParsedOptions): ReportChoice => ({
  format: readChoice(options, 'format', reportFormats, 'text'),
  top: readNumber(options, 'top', { min: 0, max: 1_000_000_000, whole: true, unit: '' }) ?? 50,
});

/** What stdout bears: colours only for a terminal that did not ask for none. */
export function outputOptions(): { readonly cwd: string; readonly color: boolean; readonly columns: number } {
  const { stdout, env } = process;
  return { cwd: process.cwd(), color: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb', columns: stdout.columns ?? 100 };
}

/** Writes the report to stdout. */
export function printReport(analysis: Analysis, { format, top }: ReportChoice, nodeVersion: string): void {
  process.stdout.write(renderReport(analysis, { format, top, nodeVersion, ...outputOptions() }));
}
