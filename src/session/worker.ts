import { parentPort } from 'node:worker_threads';
import { connect } from '../protocol/peer.ts';
import type { Handlers } from '../protocol/peer.ts';
import { isSourceRequest, isReadRequest, workerMethods } from '../protocol/worker.ts';
import { findFunctionRanges } from './function-ranges.ts';
import { readModuleFacts } from './module-facts.ts';
import { readRecordings } from './read-recordings.ts';

const refuse = (method: string): never => {
  throw new Error(`Wrong parameters for ${method}`);
};

const local: Handlers = new Map<string, (params: unknown) => unknown>([
  [workerMethods.readRecordings, (params) => (isReadRequest(params) ? readRecordings(params) : refuse(workerMethods.readRecordings))],
  [workerMethods.findFunctionRanges, (params) => (isSourceRequest(params) ? findFunctionRanges(params.file, params.text) : refuse(workerMethods.findFunctionRanges))],
  [workerMethods.readModuleFacts, (params) => (isSourceRequest(params) ? readModuleFacts(params.file, params.text) : refuse(workerMethods.readModuleFacts))],
]);

/** The analysis thread: whatever is heavy runs here, away from the editor's thread. */
if (parentPort) {
  const port = parentPort;
  connect({ post: (message, buffers = []) => port.postMessage(message, [...buffers]), listen: (receive) => void port.on('message', receive) }, local);
}
