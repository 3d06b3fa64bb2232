import { connect } from '../../protocol/peer.ts';
import { isFunctionPlace, pageHostMethods, profilePageMethods } from '../../protocol/profile-page.ts';
import { isNothing } from '../../protocol/worker.ts';
import { isColumns, isPageView, isProgress, isSourceText } from './is-page-view.ts';
import type { HostEvents, PageHost } from './page-host.ts';

export interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** The editor as the page's host, over messages. */
export function connectToEditor(editor: EditorApi, events: HostEvents): PageHost {
  const peer = connect(
    {
      post: (message) => editor.postMessage(message),
      listen: (receive) => window.addEventListener('message', ({ data }: MessageEvent<unknown>) => receive(data)),
    },
    new Map<string, (params: unknown) => unknown>([
      [profilePageMethods.show, (view) => (isPageView(view) ? events.show(view) : undefined)],
      [profilePageMethods.progress, (progress) => (isProgress(progress) ? events.progress(progress.bytes, progress.total) : undefined)],
      [profilePageMethods.select, (place) => (isFunctionPlace(place) ? events.select(place.revision, place.func) : undefined)],
    ]),
  );
  const say = (word: string, params: unknown = null): Promise<void> => peer.request(word, params, isNothing).then(() => undefined);
  return {
    isEditor: true,
    ready: () => peer.request(pageHostMethods.ready, null, isPageView),
    columns: (revision) => peer.request(pageHostMethods.columns, { revision }, isColumns),
    open: (revision, func, line, focus) => say(pageHostMethods.openFunction, { revision, func, line, focus }),
    source: (revision, func) => peer.request(pageHostMethods.source, { revision, func, line: 0 }, isSourceText),
    copy: (text) => say(pageHostMethods.copy, { text }),
    copyLink: (revision, func) => say(pageHostMethods.copyLink, { revision, func, line: 0 }),
    savePicture: (png) => say(pageHostMethods.savePicture, { png }),
    exportProfile: (format) => say(pageHostMethods.exportProfile, { format }),
    exportReport: (format) => say(pageHostMethods.exportReport, { format }),
    cancel: () => say(pageHostMethods.cancel),
    reload: () => say(pageHostMethods.reload),
    openFile: () => say(pageHostMethods.openFile),
    drop: (file) => say(pageHostMethods.drop, file),
    saved: () => editor.getState(),
    save: (state) => editor.setState(state),
  };
}
