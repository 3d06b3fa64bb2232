import { type ConnectedEngine, connectEngine } from './connect-engine.ts';
import { serveEngine } from './serve-engine.ts';

/** The text of the page's own script: inline in an export, a file of the extension in the editor. Ask while it loads: `document.currentScript`. */
export async function readOwnScript(script: HTMLScriptElement): Promise<string> {
  return script.src === '' ? script.text : (await fetch(script.src)).text();
}

/** Runs the page's own script once more, as a worker: there it finds no document and calls `runAsEngine`. Needs `worker-src blob:`. */
export function startEngine(script: string): ConnectedEngine {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const engine = connectEngine({
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    listen: (receive) => worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => receive(data)),
  });
  const end = (reason: string): void => {
    engine.dispose(reason);
    worker.terminate();
    URL.revokeObjectURL(url);
  };
  worker.addEventListener('error', ({ message }) => end(`The layout stopped: ${message}`));
  return { ...engine, dispose: end };
}

/** What the script does in the worker. */
export function runAsEngine(): void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  const afterQueued = (): Promise<void> => new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
  serveEngine({
    post: (message, transfer = []) => globalThis.postMessage(message, { transfer: [...transfer] }),
    listen: (receive) => globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => receive(data)),
  }, afterQueued);
}
