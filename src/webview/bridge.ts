import { connect } from '../protocol/peer.ts';
import type { Handlers, Peer } from '../protocol/peer.ts';

interface EditorApi {
  postMessage(message: unknown): void;
}
declare const acquireVsCodeApi: () => EditorApi;

/** The page's end of the wire. Called once: the editor's API can be taken only once. */
export function connectToEditor(local: Handlers): Peer {
  const editor = acquireVsCodeApi();
  return connect(
    {
      post: (message) => editor.postMessage(message),
      listen: (receive) => window.addEventListener('message', ({ data }: MessageEvent<unknown>) => receive(data)),
    },
    local,
  );
}
