/**
 * The wire between the launcher and the probe inside the measured program: an environment variable in, files out.
 * Types only, so the probe carries nothing of ours but this shape. All files lie in `ProbeConfig.folder`.
 */
export const probeVersion = 1;

/** JSON in the environment variable `FLAMELINE_PROBE`; children and workers inherit it. */
export interface ProbeConfig {
  readonly version: number;
  /** Absolute folder the probe writes into; exists already. */
  readonly folder: string;
  readonly intervalUs: number;
  /** Start recording this long after the process began; `null` = at once; `-1` = wait for a `start` file. */
  readonly delayMs: number | null;
  /** Stop recording after this long; `null` = at the end. */
  readonly durationMs: number | null;
  /** Absolute folder of the project: scripts inside it (and outside node_modules) get a sidecar entry. */
  readonly project: string;
}

/**
 * Files in the folder that command or tell. `start`, `stop` and `workers` (terminate them, so that they write their profiles) are the
 * launcher's, for every process of the run; the probe looks every 200 ms. `limit` is the probe's: processes beyond `processLimit` stayed unprofiled.
 */
export const controlFiles = { start: 'start', stop: 'stop', workers: 'workers', limit: 'limit' } as const;

/** Most processes of one run that are profiled. */
export const processLimit = 64;

/** Why a profile ended. Everything but `exit` and `worker-exit` makes the recording partial. */
export type EndReason = 'exit' | 'worker-exit' | 'signal' | 'stopped' | 'duration' | 'crash';

/**
 * `<pid>-<thread>-<seq>.json`, written (atomically) beside `<pid>-<thread>-<seq>.cpuprofile`, V8's bytes unchanged. `<thread>`
 * is `0` for the main thread, `w1`, `w2` … for workers. A `<pid>-<seq>.live` file stands there from the process's start on.
 */
export interface ProbeSidecar {
  readonly version: number;
  readonly pid: number;
  readonly parentPid: number;
  /** 0 = main thread. */
  readonly threadId: number;
  /** The script or worker file, as the program was given it. */
  readonly label: string;
  readonly argv: readonly string[];
  readonly nodeVersion: string;
  readonly intervalUs: number;
  readonly reason: EndReason;
  readonly signal: string | null;
  /** Profiled wall time, ms; what the file should cover. 0 = unknown (a worker that could not say). */
  readonly durationMs: number;
  /** Time the probe itself took before and after sampling, ms: all of it computing, so its CPU time too. */
  readonly probeCpuMs: number;
  /** CPU of the whole process so far, ms. */
  readonly processCpuMs: number;
  readonly scripts: readonly ScriptSidecar[];
  readonly notes: readonly ProbeNote[];
}

export interface ScriptSidecar {
  /** V8's script id: join by it, never by URL alone. */
  readonly scriptId: string;
  readonly url: string;
  /** As V8 reports it: a `data:` URL, a relative path, or empty; `data:,` for an inline map too large to keep. */
  readonly sourceMapUrl: string;
  /** SHA-256 of the file's bytes on disk when the profile ended, hex; empty when it could not be read. */
  readonly diskHash: string;
  /** Generated line count, to spot whole-file-on-one-line output. */
  readonly lines: number;
  /** Its functions as V8 compiled them, outer before inner, the script itself first; missing when V8 did not tell. */
  readonly functions?: readonly ScriptFunctionSidecar[];
}

/** Where a function's text begins and ends in the generated script. 1-based. */
export interface ScriptFunctionSidecar {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/** Facts the user should hear, such as a child started without NODE_OPTIONS. */
export interface ProbeNote {
  readonly code: 'child-without-probe' | 'permission-denied' | 'inspector-unavailable' | 'loader-function-level' | 'signals-unavailable' | 'write-failed';
  readonly detail: string;
}
