import type { Finding } from '../../core/model/finding.ts';
import type { SourceEdit, SourceFix } from '../../core/model/source-fix.ts';
import { isSourceEdits, isSourceFixes, workerMethods } from '../../protocol/worker.ts';
import type { SuppressRequest } from '../../protocol/worker.ts';
import { askThread } from '../ask-thread.ts';

/** The changes that take a finding out of a text, by the analysis thread. `file` is absolute; its ending says the language. */
export const findFixes = (file: string, text: string, finding: Finding): Promise<readonly SourceFix[]> =>
  askThread((peer) => peer.request(workerMethods.findFixes, { file, text, finding }, isSourceFixes), { file });

/** The comment that silences a finding, as edits of its text; none where the text can't be parsed. */
export const suppressFinding = (file: string, text: string, finding: Finding, { reason, scope }: Pick<SuppressRequest, 'reason' | 'scope'>): Promise<readonly SourceEdit[]> =>
  askThread((peer) => peer.request(workerMethods.suppress, { file, text, finding, reason, scope }, isSourceEdits), { file });
