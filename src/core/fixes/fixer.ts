import type { TSESTree } from '@typescript-eslint/types';
import type { Finding } from '../model/finding.ts';
import type { SourceFix } from '../model/source-fix.ts';

/** A file's tree and text, and a finding in it. */
export interface FixRequest {
  readonly program: TSESTree.Program;
  readonly text: string;
  /** Its place and its client count; other files of its chain are not looked at. */
  readonly finding: Finding;
}

/** Looks at a finding of its rule. `null` where the shape is not plainly safe to change. */
export type Fixer = (request: FixRequest) => SourceFix | null;
