import { connectToEditor } from './connect-to-editor.ts';
import type { EditorApi } from './connect-to-editor.ts';
import { EmbeddedHost } from './embedded-host.ts';
import type { HostEvents, PageHost } from './page-host.ts';

declare global {
  interface Window {
    /** Only inside an editor; it may be called once. */
    acquireVsCodeApi?: () => EditorApi;
  }
}

/** The editor where there is one, otherwise the document that carries its own profile. */
export function pickHost(page: Document, events: HostEvents): PageHost {
  const editor = window.acquireVsCodeApi?.() ?? null;
  return editor ? connectToEditor(editor, events) : new EmbeddedHost(page);
}
