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

/** Writes the report to stdout; in colour only for a terminal that did not ask for none. */
export function printReport(analysis: Analysis, { format, top }: ReportChoice, nodeVersion: string): void {
  const { stdout, env } = process;
  const color = stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  stdout.write(renderReport(analysis, { format, top, cwd: process.cwd(), color, columns: stdout.columns ?? 100, nodeVersion }));
}
