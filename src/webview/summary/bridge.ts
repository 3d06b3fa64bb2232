import { connect } from '../../protocol/peer.ts';
import type { Handlers, Peer } from '../../protocol/peer.ts';
import type { EditorApi } from '../bridge/connect-to-editor.ts';

/** The page's end of the wire. */
export function connectToEditor(editor: EditorApi, local: Handlers): Peer {
  return connect(
    {
      post: (message) => editor.postMessage(message),
      listen: (receive) => window.addEventListener('message', ({ data }: MessageEvent<unknown>) => receive(data)),
    },
    local,
  );
}
