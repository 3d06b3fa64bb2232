import type { Comparison } from '../compare/comparison.ts';
import type { ReportOptions } from './report-options.ts';
import { writeComparisonJson } from './write-comparison-json.ts';
import { writeComparisonMarkdown } from './write-comparison-markdown.ts';
import { writeComparisonText } from './write-comparison-text.ts';
import type { ReportFormat } from './write-report.ts';

const writers = { text: writeComparisonText, json: writeComparisonJson, markdown: writeComparisonMarkdown };

/** The comparison as a text that ends with a newline. */
export const writeComparison = (comparison: Comparison, format: ReportFormat, options: ReportOptions): string => writers[format](comparison, options);
