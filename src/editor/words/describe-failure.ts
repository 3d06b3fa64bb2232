import { basename } from 'node:path';
import { SessionError } from '../../session/index.ts';
import { escapeLinks } from './safe-text.ts';

/** What one is told of a failure, and what would help: another Node, or a look at the file that is wrong. */
export interface Failure {
  readonly sentence: string;
  readonly help: { readonly kind: 'choose-node' } | { readonly kind: 'open-file'; readonly file: string } | null;
}

/** Codes of the session that another Node would answer. */
const nodeProblems = new Set(['no-node', 'not-node', 'old-node', 'node-not-absolute', 'no-loader']);

const longest = 500;

/** The sentence of an expected failure; a plain admission for a defect. */
export function describeFailure(error: unknown, what: string): Failure {
  if (!(error instanceof SessionError)) return { sentence: `${what} failed for a reason Flameline did not expect.`, help: null };
  const { code, message, file } = error.problem;
  if (code === 'bad-config' && file !== undefined) return { sentence: escapeLinks(`${basename(file)}: ${message}`, longest), help: { kind: 'open-file', file } };
  return { sentence: escapeLinks(message, longest), help: nodeProblems.has(code) ? { kind: 'choose-node' } : null };
}
