import { parentPort } from 'node:worker_threads';
import { isCompareRequest } from '../protocol/compare.ts';
import { listBuffers } from '../protocol/list-buffers.ts';
import { connect, Handover } from '../protocol/peer.ts';
import type { Handlers } from '../protocol/peer.ts';
import { isExportTask, isNothing, isReadRequest, isScanRequest, isSourceRequest, workerHostMethods, workerMethods } from '../protocol/worker.ts';
import type { ReadProgress, ScanRequest } from '../protocol/worker.ts';
import { compareInThread } from './compare-in-thread.ts';
import { exportInThread } from './export-in-thread.ts';
import { findFunctionRanges } from './function-ranges.ts';
import { readModuleFacts } from './module-facts.ts';
import { readRecordings } from './read-recordings.ts';

const refuse = (method: string): never => {
  throw new Error(`Wrong parameters for ${method}`);
};

/** The scanner is a chunk of its own: who only opens profiles does not load it. */
const scan = async (request: ScanRequest): Promise<unknown> => (await import('./scan-project.ts')).scanProject(request);

/** The columns change hands, they are too large to copy; the analysis is copied. */
const handOver = async <Answer>(answer: Promise<Answer>, columns: (answer: Answer) => unknown): Promise<Handover<Answer>> => new Handover(await answer, listBuffers(columns(await answer)));

const handlers = (tell: (progress: ReadProgress) => void): Handlers => new Map<string, (params: unknown) => unknown>([
  [workerMethods.readRecordings, (params) => (isReadRequest(params) ? handOver(readRecordings(params, tell), ({ data }) => data) : refuse(workerMethods.readRecordings))],
  [workerMethods.compare, (params) => (isCompareRequest(params) ? handOver(compareInThread(params, tell), (answer) => answer.ok && answer.joined) : refuse(workerMethods.compare))],
  [workerMethods.exportProfile, (params) => (isExportTask(params) ? exportInThread(params, tell) : refuse(workerMethods.exportProfile))],
  [workerMethods.findFunctionRanges, (params) => (isSourceRequest(params) ? findFunctionRanges(params.file, params.text) : refuse(workerMethods.findFunctionRanges))],
  [workerMethods.readModuleFacts, (params) => (isSourceRequest(params) ? readModuleFacts(params.file, params.text) : refuse(workerMethods.readModuleFacts))],
  [workerMethods.scan, (params) => (isScanRequest(params) ? scan(params) : refuse(workerMethods.scan))],
]);

/** The analysis thread: whatever is heavy runs here, away from the editor's thread. */
if (parentPort) {
  const port = parentPort;
  const tell = (progress: ReadProgress): void => void door.request(workerHostMethods.progress, progress, isNothing).catch(() => undefined);
  const door = connect({ post: (message, buffers = []) => port.postMessage(message, [...buffers]), listen: (receive) => void port.on('message', receive) }, handlers(tell));
}
