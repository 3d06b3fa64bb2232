import type * as vscode from 'vscode';

/** Times what the listeners that came between `watchListeners` and `close` do with each event. */
export interface ListenerWatch {
  readonly close: () => void;
  /** What they took since the last call, ms, one entry an event. */
  readonly take: () => number[];
}

/** VS Code calls the listeners of an event one after the other, in the order in which they came. */
export function watchListeners(event: vscode.Event<unknown>): ListenerWatch {
  let began = 0;
  let spans: number[] = [];
  event(() => { began = performance.now(); });
  return {
    close: () => void event(() => void spans.push(performance.now() - began)),
    take: () => {
      const taken = spans;
      spans = [];
      return taken;
    },
  };
}
