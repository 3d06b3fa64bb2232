/** The thread in which esbuild waits for its compiler, a process of its own: the loaders built on esbuild start one. */
const service = /[\\/]node_modules[\\/]esbuild[\\/]lib[\\/]main\.js$/;
const loaders = /(?:^|[\\/=\s])(?:tsx|esbuild-register)(?:[\\/\s]|$)/;

interface Start {
  readonly execArgv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Whether a worker serves the loader that runs the program, and so no code of the user's: it is left out of the recording. */
export const isLoaderThread = (file: unknown, { execArgv, env }: Start): boolean =>
  service.test(String(file)) && [...execArgv, env['NODE_OPTIONS'] ?? ''].some((text) => loaders.test(text));
