import type { ProcessRequest } from '../../session/index.ts';

/** The first `${…}` that VS Code would replace on the way to the process, `null` when every text arrives as it is. */
export function findVariable({ executable, args, cwd, env }: ProcessRequest): string | null {
  for (const text of [executable, ...args, cwd, ...Object.values(env)]) {
    const found = /\$\{[^}]*\}/.exec(text);
    if (found) return found[0];
  }
  return null;
}
