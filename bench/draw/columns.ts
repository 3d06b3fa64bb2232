// A profile's columns for the page of the drawing benchmark: an outline as JSON and one buffer with all columns.
import { buildFlameData } from '../../src/core/model/build-flame-data.ts';
import { locateProfile } from '../../src/core/sourcemap/locate-profile.ts';
import { LayoutEngine } from '../../src/webview/engine/layout-engine.ts';
import { readProfileFile } from '../../src/session/read-profile-file.ts';

export async function readColumns(file: string): Promise<{ readonly outline: string; readonly bytes: Uint8Array; readonly boxes: number }> {
  const read = await readProfileFile(file);
  if (!read.ok) throw new Error(read.problem.message);
  const summary = { label: 'tsc', pid: null, threadId: null, intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: null, signal: null };
  const parts: Uint8Array[] = [];
  let at = 0;
  const data = buildFlameData([{ located: locateProfile(read.value[0].profile, new Map(), 'posix'), summary }]);
  const outline = JSON.stringify(data, (_key, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    parts.push(bytes);
    at += bytes.length;
    return { kind: value.constructor.name, at: at - bytes.length, bytes: bytes.length };
  });
  const bytes = new Uint8Array(at);
  parts.reduce((to, part) => (bytes.set(part, to), to + part.length), 0);
  return { outline, bytes, boxes: new LayoutEngine(data).chart(0)?.boxes.row.length ?? 0 };
}
