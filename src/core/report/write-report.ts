import type { Analysis } from '../model/analysis.ts';
import type { ReportOptions } from './report-options.ts';
import { writeJson } from './write-json.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

export const reportFormats = ['text', 'json', 'markdown'] as const;
export type ReportFormat = (typeof reportFormats)[number];

const writers = { text: writeText, json: writeJson, markdown: writeMarkdown };

/** The report as a text that ends with a newline. */
export const writeReport = (analysis: Analysis, format: ReportFormat, options: ReportOptions): string => writers[format](analysis, options);
