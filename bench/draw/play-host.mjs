/** Runs in the page before its own script: answers as an editor does, and notes in `firstPictureMs` when the flame chart was painted. Stands alone. */
export function playHost() {
  /** ms; an editor reads the file meanwhile. */
  const readingMs = 500;
  let begin = 0;

  const paint = CanvasRenderingContext2D.prototype.putImageData;
  CanvasRenderingContext2D.prototype.putImageData = function (...image) {
    paint.apply(this, image);
    if (begin > 0 && this.canvas.closest('.flame')) requestAnimationFrame((now) => { globalThis.firstPictureMs ??= now - begin; });
  };

  /** Columns as they lie in one buffer: `{ "at": byte, "kind": "Int32Array", "length": n }` in their places of the outline. */
  const revive = (outline, buffer) => {
    if (typeof outline !== 'object' || outline === null) return outline;
    if (typeof outline.kind === 'string' && typeof outline.at === 'number') return new globalThis[outline.kind](buffer.slice(outline.at, outline.at + outline.bytes));
    return Array.isArray(outline) ? outline.map((part) => revive(part, buffer)) : Object.fromEntries(Object.entries(outline).map(([key, part]) => [key, revive(part, buffer)]));
  };
  const readColumns = async () => {
    const data = revive(await (await fetch('/columns.json')).json(), await (await fetch('/columns.bin')).arrayBuffer());
    const { file, line, length } = data.functions;
    const places = Array.from({ length }, (_, func) => (line[func] > 0 ? `${data.strings[file[func]].replace(/^.*\/(?=[^/]+\/[^/]+$)/, '')}:${line[func]}` : ''));
    await new Promise((resolve) => { setTimeout(resolve, readingMs); });
    return { revision: 1, data, places, openable: new Uint8Array(length) };
  };
  const facts = { title: 'tsc', subtitle: '', headline: 'The type checker takes the time.', headlineFunction: -1, problems: [], stale: '', partial: '', run: '' };
  const answers = { ready: () => ({ kind: 'profile', revision: 1, facts, selected: -1, changed: false }), columns: readColumns };
  const postMessage = async ({ kind, id, method }) => {
    if (kind !== 'request') return;
    const answer = (await answers[method]?.()) ?? null;
    if (method === 'columns') begin = performance.now();
    // Not through the window's own messages, which would copy the columns once more.
    window.dispatchEvent(new MessageEvent('message', { data: { kind: 'answer', id, answer } }));
  };
  globalThis.acquireVsCodeApi = () => ({ postMessage, getState: () => undefined, setState: () => undefined });
}
