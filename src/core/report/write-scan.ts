import type { ScanResult } from '../model/finding.ts';
import { shownFindings } from './shown-findings.ts';
import { writeSarif } from './write-sarif.ts';
import { writeScanJson } from './write-scan-json.ts';
import { writeScanMarkdown } from './write-scan-markdown.ts';
import { writeScanText } from './write-scan-text.ts';

export const scanFormats = ['text', 'json', 'sarif', 'markdown'] as const;
export type ScanFormat = (typeof scanFormats)[number];

export interface ScanReportOptions {
  /** Flameline's own. */
  readonly version: string;
  /** Only for a terminal. */
  readonly color: boolean;
}

/** A scan's result in one of the formats; all say the same, those for programs to the end. */
export const writeScan = (result: ScanResult, format: ScanFormat, options: ScanReportOptions): string => {
  switch (format) {
    case 'json':
      return writeScanJson(result);
    case 'sarif':
      return writeSarif(result, options.version);
    case 'markdown':
      return writeScanMarkdown(shownFindings(result));
    case 'text':
      return writeScanText(shownFindings(result), options.color);
  }
};
