import type { ProcessHost } from '../capture/launch/process-host.ts';
import type { RecordingManifest } from '../capture/store/manifest.ts';
import type { Analysis } from '../core/model/analysis.ts';
import type { FlameData } from '../core/model/flame-data.ts';
import type { Problem } from '../core/model/problem.ts';

export type { Analysis, CallEdge, FunctionTime, LineTime, Mapping, RecordingSummary } from '../core/model/analysis.ts';
export type { FlameData } from '../core/model/flame-data.ts';
export type { ReadProgress, ScanProgress } from '../protocol/worker.ts';
export type { Category } from '../core/model/profile.ts';
export type { Problem } from '../core/model/problem.ts';
export type { ProcessExit, ProcessHost, ProcessRequest, RunningProcess } from '../capture/launch/process-host.ts';
export type { RecordingManifest } from '../capture/store/manifest.ts';

export interface RecordRequest {
  /** Absolute path of the program's entry. */
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Default: the folder of the nearest package.json, else the file's. */
  readonly cwd?: string;
  /** The user's choice; default: the version manager's or PATH's. */
  readonly nodePath?: string;
  /** Default: 1000, or 200 for a file whose last run in this store took under 2 s. */
  readonly intervalUs?: number;
  readonly delayMs?: number;
  readonly durationMs?: number;
  /** Wait with recording until this resolves ("Start Recording Now"). */
  readonly waitForStart?: Promise<void>;
  /** The folder of recordings; made when missing. */
  readonly store: string;
  /** Sources, maps and links are followed only below these. Default: the working directory. */
  readonly roots?: readonly string[];
  readonly host: ProcessHost;
  /** Aborting it stops the run: the profile is pulled first, then the process is ended. */
  readonly stop?: AbortSignal;
  readonly onPhase?: (phase: RecordPhase) => void;
  /**
   * Told the result when the process is gone but the host has not reported its exit: that is the result `record` resolves
   * with, but for the exit code and signal, which are unknown (`null`). Not called where nothing is gained.
   */
  readonly onEarly?: (opened: OpenedRecording) => void;
}

/** `settling`: the result was told early, the host has yet to report the exit. */
export type RecordPhase = 'starting' | 'waiting' | 'recording' | 'stopping' | 'reading' | 'settling';

/** A stored recording that has been read. */
export interface OpenedRecording {
  /** Absolute folder, or the path of a lone profile file. */
  readonly path: string;
  /** `null` for a lone profile file. */
  readonly manifest: RecordingManifest | null;
  readonly analysis: Analysis;
}

/** A recording with the columns a viewer draws. */
export interface OpenedFlame extends OpenedRecording {
  readonly data: FlameData;
}

/** An expected failure: `problem.message` is one sentence fit to show. Anything else thrown is a defect. */
export class SessionError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'SessionError';
    this.problem = problem;
  }
}
