/** Every buffer below a value of plain objects, arrays and typed arrays, once each: what to transfer with it. Lists of texts hold none. */
export function listBuffers(value: unknown): readonly ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const open = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (ArrayBuffer.isView(next)) {
      if (next.buffer instanceof ArrayBuffer) found.add(next.buffer);
    } else if (typeof next === 'object' && next !== null && !(Array.isArray(next) && typeof next[0] === 'string')) {
      const parts: readonly unknown[] = Object.values(next);
      for (const part of parts) if (part !== undefined) open.push(part);
    }
  }
  return [...found];
}
