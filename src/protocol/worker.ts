import type { Analysis } from '../core/model/analysis.ts';
import type { Finding, ScanResult } from '../core/model/finding.ts';
import type { FlameData } from '../core/model/flame-data.ts';
import type { Problem } from '../core/model/problem.ts';
import type { SourceEdit, SourceFix } from '../core/model/source-fix.ts';
import { isExportRequest } from './profile-page.ts';
import type { ExportFormat } from './profile-page.ts';
import { isRecord, isTexts } from './guards.ts';

/** Methods of the analysis thread, by word. */
export const workerMethods = {
  readRecordings: 'readRecordings', compare: 'compare', exportProfile: 'exportProfile', findFunctionRanges: 'findFunctionRanges', readModuleFacts: 'readModuleFacts', scan: 'scan', openProject: 'openProject', analyseFile: 'analyseFile', filesChanged: 'filesChanged',
  findFixes: 'findFixes', suppress: 'suppress',
} as const;

/** Words the thread may say while it works: `progress` ReadProgress, `scanProgress` ScanProgress. */
export const workerHostMethods = { progress: 'progress', scanProgress: 'scanProgress' } as const;

/** Bytes on disk, of all files of the request. */
export interface ReadProgress {
  readonly bytes: number;
  readonly total: number;
}

/** Recording folders and lone profile files, read and merged into one analysis. */
export interface ReadRequest {
  /** Absolute. */
  readonly paths: readonly string[];
  /** Absolute folders below which sources and maps may be read; empty = the recording's own working directory, or nothing for a lone file. */
  readonly roots: readonly string[];
  /** In place of the folder's own manifest, for a run that is not over yet. */
  readonly manifest?: unknown;
  /** Asks for the columns a viewer draws as well. */
  readonly columns?: boolean;
}

export interface ReadAnswer {
  /** `null` when no path could be read. */
  readonly analysis: Analysis | null;
  /** Only when they were asked for, and something could be read. */
  readonly data: FlameData | null;
  /** By path, in the order of the request. */
  readonly inputs: readonly ReadInput[];
}

/** One path of a `ReadRequest`: why it was refused, or the text of its manifest (empty for a lone file). */
export type ReadInput = { readonly ok: true; readonly manifest: unknown } | { readonly ok: false; readonly problem: Problem };

/** A project to look through without running it. */
export interface ScanRequest {
  /** Absolute; nothing outside is read. */
  readonly root: string;
  /** Folders and files to report on, relative to the root with forward slashes; `''` = all of it. */
  readonly paths: readonly string[];
  /** Ids of rules; empty = all. */
  readonly rules: readonly string[];
  /** Findings are wanted with the edits that take them away. */
  readonly fixes?: boolean;
  /** Absolute folder of what earlier scans kept; `null` = every scan begins cold. */
  readonly factsFolder: string | null;
}

/** How far a scan is: about ten words a second. */
export interface ScanProgress {
  /** Files that were looked at so far, of `files`. */
  readonly filesRead: number;
  readonly files: number;
  /** Found since the last word, in no order. */
  readonly findings: readonly Finding[];
}

/** A project to keep while files of it are open. */
export interface OpenProjectRequest {
  /** Absolute. */
  readonly root: string;
  /** Ids of rules; empty = all. */
  readonly rules: readonly string[];
  /** Absolute folder of what earlier scans kept; `null` = every scan begins cold. */
  readonly factsFolder: string | null;
}

/** A file of the open project, relative to its root with forward slashes. */
export interface AnalyseFileRequest {
  readonly path: string;
  /** In place of what is on disk; `null` for that. */
  readonly text: string | null;
}

/** What `readRecordings` would read, written in another format. */
export interface ExportRequest extends ReadRequest {
  readonly format: ExportFormat;
  /** Absolute; a page names files inside it relative to it. */
  readonly cwd: string;
}

export type ExportAnswer = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly problem: Problem };

/** A source text to parse. */
export interface SourceRequest {
  /** Absolute; its ending says the language. */
  readonly file: string;
  readonly text: string;
}

/** A finding of a text, to be fixed. */
export interface FixRequest extends SourceRequest {
  readonly finding: Finding;
}

/** A finding to be silenced by a comment. */
export interface SuppressRequest extends FixRequest {
  readonly reason: string;
  readonly scope: 'place' | 'file';
}

/** A function of the original source; lines are 1-based. */
export interface FunctionRange {
  readonly name: string;
  readonly startLine: number;
  readonly endLine: number;
}

const isFolder = (value: unknown): value is string | null => value === null || typeof value === 'string';

export const isReadRequest = (value: unknown): value is ReadRequest => isRecord(value) && isTexts(value.paths) && isTexts(value.roots);

export const isScanRequest = (value: unknown): value is ScanRequest => isRecord(value) && typeof value.root === 'string' && isTexts(value.paths) && isTexts(value.rules) && isFolder(value.factsFolder);

export const isOpenProjectRequest = (value: unknown): value is OpenProjectRequest => isRecord(value) && typeof value.root === 'string' && isTexts(value.rules) && isFolder(value.factsFolder);
export const isAnalyseFileRequest = (value: unknown): value is AnalyseFileRequest =>
  isRecord(value) && typeof value.path === 'string' && (value.text === null || typeof value.text === 'string');
export const isPaths = isTexts;

export const isScanProgress = (value: unknown): value is ScanProgress =>
  isRecord(value) && typeof value.filesRead === 'number' && typeof value.files === 'number' && Array.isArray(value.findings);

/** The thread is ours: that it is a list is checked. */
export const isFindings = (value: unknown): value is readonly Finding[] => Array.isArray(value);

/** As `isReadAnswer`: the outer shape is checked. */
export const isScanResult = (value: unknown): value is ScanResult =>
  isRecord(value) && Array.isArray(value.findings) && Array.isArray(value.filesSkipped) && isRecord(value.coverage) && typeof value.filesScanned === 'number';

export const isExportTask = (value: unknown): value is ExportRequest => isReadRequest(value) && isExportRequest(value) && 'cwd' in value && typeof value.cwd === 'string';
export const isExportAnswer = (value: unknown): value is ExportAnswer => isRecord(value) && (value.ok === true ? value.bytes instanceof Uint8Array : isRecord(value.problem));

export const isSourceRequest = (value: unknown): value is SourceRequest =>
  isRecord(value) && typeof value.file === 'string' && typeof value.text === 'string';

const isPlaced = (value: unknown): value is Finding =>
  isRecord(value) && typeof value.rule === 'string' && [value.line, value.column, value.endLine, value.endColumn].every((part) => typeof part === 'number') && Array.isArray(value.chain);

export const isFixRequest = (value: unknown): value is FixRequest => isSourceRequest(value) && 'finding' in value && isPlaced(value.finding);

export const isSuppressRequest = (value: unknown): value is SuppressRequest =>
  isFixRequest(value) && 'reason' in value && typeof value.reason === 'string' && 'scope' in value && (value.scope === 'place' || value.scope === 'file');

const isSourceEdit = (value: unknown): value is SourceEdit => isRecord(value) && typeof value.start === 'number' && typeof value.end === 'number' && typeof value.text === 'string';

export const isSourceEdits = (value: unknown): value is readonly SourceEdit[] => Array.isArray(value) && value.every(isSourceEdit);

export const isSourceFixes = (value: unknown): value is readonly SourceFix[] =>
  Array.isArray(value) && value.every((fix) => isRecord(fix) && typeof fix.title === 'string' && isSourceEdits(fix.edits));

const isInput = (value: unknown): value is ReadInput => isRecord(value) && (value.ok === true ? 'manifest' in value : isRecord(value.problem));

/** The thread is ours and was given the data: the outer shape is checked, not every number. */
export const isReadAnswer = (value: unknown): value is ReadAnswer =>
  isRecord(value) && Array.isArray(value.inputs) && value.inputs.every(isInput) && (value.analysis === null || isAnalysis(value.analysis)) && (value.data === null || isFlameData(value.data));

const isFlameData = (value: unknown): value is FlameData => isRecord(value) && Array.isArray(value.strings) && Array.isArray(value.lanes) && isRecord(value.functions);

const isAnalysis = (value: unknown): value is Analysis =>
  isRecord(value) && Array.isArray(value.recordings) && Array.isArray(value.functions) && Array.isArray(value.lines) && Array.isArray(value.problems);

/** A word that is only said has no answer. */
export const isNothing = (answer: unknown): answer is null | undefined => answer === null || answer === undefined;

export const isReadProgress = (value: unknown): value is ReadProgress => isRecord(value) && typeof value.bytes === 'number' && typeof value.total === 'number';

export const isFunctionRanges = (value: unknown): value is readonly FunctionRange[] =>
  Array.isArray(value) &&
  value.every((item) => isRecord(item) && typeof item.name === 'string' && typeof item.startLine === 'number' && typeof item.endLine === 'number');
