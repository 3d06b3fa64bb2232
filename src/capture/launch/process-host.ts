/** How a face starts the user's program: spawn with inherited stdio in the CLI, a Task with `ProcessExecution` in the editor. */
export type ProcessHost = (request: ProcessRequest) => Promise<RunningProcess>;

export interface ProcessRequest {
  /** Absolute path of the user's Node; never a shell. */
  readonly executable: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Added to the inherited environment. */
  readonly env: Readonly<Record<string, string>>;
  /** For people: the file's name. */
  readonly label: string;
}

export interface RunningProcess {
  /** `undefined` when the host can't tell (a Task that ended at once). */
  readonly pid: number | undefined;
  readonly exited: Promise<ProcessExit>;
  /** Ends the process and what it started; `hard` skips the polite signal. Resolves at once. */
  kill(hard: boolean): void;
}

export interface ProcessExit {
  readonly code: number | null;
  /** `SIGINT` …; `null` when it ended by itself or the host can't tell. */
  readonly signal: string | null;
}
