import { parentPort } from 'node:worker_threads';
import { isCompareRequest } from '../protocol/compare.ts';
import { listBuffers } from '../protocol/list-buffers.ts';
import { connect, Handover } from '../protocol/peer.ts';
import type { Handlers } from '../protocol/peer.ts';
import { isAnalyseFileRequest, isExportTask, isFixRequest, isNothing, isOpenProjectRequest, isPaths, isReadRequest, isScanRequest, isSourceRequest, isSuppressRequest, workerHostMethods, workerMethods } from '../protocol/worker.ts';
import type { ReadProgress, ScanProgress } from '../protocol/worker.ts';
import { compareInThread } from './compare-in-thread.ts';
import { exportInThread } from './export-in-thread.ts';
import { findFunctionRanges } from './function-ranges.ts';
import { readModuleFacts } from './module-facts.ts';
import { readRecordings } from './read-recordings.ts';

const refuse = (method: string): never => {
  throw new Error(`Wrong parameters for ${method}`);
};

/** The scanner is a chunk of its own: who only opens profiles does not load it. */
const scanner = () => import('./scan/scan-thread.ts');

/** So is what changes sources. */
const fixes = () => import('./scan/source-fixes.ts');

/** The columns change hands, they are too large to copy; the analysis is copied. */
const handOver = async <Answer>(answer: Promise<Answer>, columns: (answer: Answer) => unknown): Promise<Handover<Answer>> => new Handover(await answer, listBuffers(columns(await answer)));

const handlers = (tell: (progress: ReadProgress) => void, tellScan: (progress: ScanProgress) => void): Handlers => new Map<string, (params: unknown) => unknown>([
  [workerMethods.readRecordings, (params) => (isReadRequest(params) ? handOver(readRecordings(params, tell), ({ data }) => data) : refuse(workerMethods.readRecordings))],
  [workerMethods.compare, (params) => (isCompareRequest(params) ? handOver(compareInThread(params, tell), (answer) => answer.ok && answer.joined) : refuse(workerMethods.compare))],
  [workerMethods.exportProfile, (params) => (isExportTask(params) ? exportInThread(params, tell) : refuse(workerMethods.exportProfile))],
  [workerMethods.findFunctionRanges, (params) => (isSourceRequest(params) ? findFunctionRanges(params.file, params.text) : refuse(workerMethods.findFunctionRanges))],
  [workerMethods.readModuleFacts, (params) => (isSourceRequest(params) ? readModuleFacts(params.file, params.text) : refuse(workerMethods.readModuleFacts))],
  [workerMethods.scan, (params) => (isScanRequest(params) ? scanner().then(({ scanProject }) => scanProject(params, tellScan)).then((result) => (params.fixes ? fixes().then(({ withFixes }) => withFixes(result)) : result)) : refuse(workerMethods.scan))],
  [workerMethods.openProject, (params) => (isOpenProjectRequest(params) ? scanner().then(({ openProject }) => openProject(params)) : refuse(workerMethods.openProject))],
  [workerMethods.analyseFile, (params) => (isAnalyseFileRequest(params) ? scanner().then(({ analyseFile }) => analyseFile(params)) : refuse(workerMethods.analyseFile))],
  [workerMethods.filesChanged, (params) => (isPaths(params) ? scanner().then(({ filesChanged }) => filesChanged(params)) : refuse(workerMethods.filesChanged))],
  [workerMethods.findFixes, async (params) => (isFixRequest(params) ? (await fixes()).findSourceFixes(params) : refuse(workerMethods.findFixes))],
  [workerMethods.suppress, async (params) => (isSuppressRequest(params) ? (await fixes()).suppressInSource(params) : refuse(workerMethods.suppress))],
]);

/** The analysis thread: whatever is heavy runs here, away from the editor's thread. */
if (parentPort) {
  const port = parentPort;
  const say = (word: string) => (progress: unknown): void => void door.request(word, progress, isNothing).catch(() => undefined);
  const door = connect({ post: (message, buffers = []) => port.postMessage(message, [...buffers]), listen: (receive) => void port.on('message', receive) }, handlers(say(workerHostMethods.progress), say(workerHostMethods.scanProgress)));
}
