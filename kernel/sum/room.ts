/** Below are AssemblyScript's own constants. */
const begin: i32 = 0x1000;
const page: i32 = 0x10000;

let used: i32 = begin;

/** Room for so many bytes, all zero, for as long as the memory is used. */
export function place(bytes: i32): i32 {
  const at = used;
  used += (bytes + 15) & ~15;
  const missing = used - (memory.size() << 16);
  if (missing > 0 && memory.grow((missing + page - 1) >> 16) < 0) unreachable();
  return at;
}
