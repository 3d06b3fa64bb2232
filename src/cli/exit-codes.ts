/** What the shell hears. */
export const exitCodes = {
  /** Also after the user's own stop. */
  done: 0,
  /** The profiled program failed by itself; its result is printed all the same. */
  programFailed: 1,
  /** A scan found what `--fail-on` names. */
  found: 1,
  /** Bad usage, or an input that can't be read. */
  refused: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
