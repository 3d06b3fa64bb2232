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

/** Files the launcher creates in the folder to command every process of the run; the probe looks every 200 ms. */
export const controlFiles = { start: 'start', stop: 'stop' } as const;

/** Why a profile ended. Everything but `exit` and `worker-exit` makes the recording partial. */
export type EndReason = 'exit' | 'worker-exit' | 'signal' | 'stopped' | 'duration' | 'crash';

/** `<pid>-<threadId>-<seq>.json`, written (atomically) beside `<pid>-<threadId>-<seq>.cpuprofile`, V8's bytes unchanged. */
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
  /** Profiled wall time, ms; what the file should cover. */
  readonly durationMs: number;
  /** CPU the probe itself used before and after sampling, ms. */
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
  /** As V8 reports it: a `data:` URL, a relative path, or empty. */
  readonly sourceMapUrl: string;
  /** SHA-256 of the file's bytes on disk when the profile ended, hex; empty when it could not be read. */
  readonly diskHash: string;
  /** Generated line count, to spot whole-file-on-one-line output. */
  readonly lines: number;
}

/** Facts the user should hear, such as a child started without NODE_OPTIONS. */
export interface ProbeNote {
  readonly code: 'child-without-probe' | 'permission-denied' | 'inspector-unavailable' | 'loader-function-level' | 'write-failed';
  readonly detail: string;
}
