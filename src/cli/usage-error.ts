/** The command line can't be followed; the message is one sentence for stderr. */
export class UsageError extends Error {}
