import { isManifest } from '../capture/store/check-manifest.ts';
import { Handover } from '../protocol/peer.ts';
import type { ExportAnswer, ExportRequest, ReadProgress } from '../protocol/worker.ts';
import { titleOf } from './describe-profile.ts';
import { exportFlame } from './export-flame.ts';
import { SessionError } from './types.ts';
import { readRecordings } from './read-recordings.ts';

/** Runs in the analysis thread: reads and writes in one go, so that the columns are held once. */
export async function exportInThread(request: ExportRequest, tell: (progress: ReadProgress) => void): Promise<Handover<ExportAnswer>> {
  const { analysis, data, inputs: [input] } = await readRecordings(request, tell);
  if (!input.ok) return new Handover(input, []);
  if (!analysis || !data) return new Handover({ ok: false, problem: { code: 'no-profile', message: 'The recording holds no profile that can be read', file: request.paths[0] } }, []);
  const opened = { path: request.paths[0], manifest: isManifest(input.manifest) ? input.manifest : null, analysis, data };
  try {
    const bytes = new Uint8Array(Buffer.concat([...exportFlame(opened, request.format, { name: titleOf(opened), cwd: request.cwd })]));
    return new Handover({ ok: true, bytes }, [bytes.buffer]);
  } catch (error) {
    if (error instanceof SessionError) return new Handover({ ok: false, problem: error.problem }, []);
    throw error;
  }
}
