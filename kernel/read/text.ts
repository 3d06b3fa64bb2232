/** Behind the digits; their value is in `uint`. 0: no number that V8 writes and that fits 31 bits. */
export function readUint(at: i32): i32 {
  const start = at;
  let value: i32 = 0;
  let digit: u32 = load<u8>(at) - 48;
  while (digit <= 9) {
    value = value * 10 + digit;
    digit = load<u8>(++at) - 48;
  }
  uint = value;
  const digits = at - start;
  return digits == 0 || digits > 9 || (digits > 1 && load<u8>(start) == 48) ? 0 : at;
}

/** The last number read. */
export let uint: i32 = 0;

/** A 0-based place as our 1-based one, in `place`: V8's -1, "none", becomes 0. */
export function readPlace(at: i32): i32 {
  if (load<u8>(at) != 45) {
    at = readUint(at);
    place = uint + 1;
    return at;
  }
  at = readUint(at + 1);
  place = 0;
  return uint == 1 ? at : 0;
}

export let place: i32 = 0;

/** The quote that ends a text without escapes; 0 if there is none. */
export function readText(at: i32): i32 {
  let byte = load<u8>(at);
  while (byte != 0x22 && byte != 0x5c && byte >= 0x20) byte = load<u8>(++at);
  return byte == 0x22 ? at : 0;
}

/** Whether two pieces of memory are equal; from their end, for frames of one file differ there. Eight bytes at least. */
export function equals(a: i32, b: i32, length: i32): bool {
  for (let offset = length - 8; offset > 0; offset -= 8) if (load<u64>(a + offset) != load<u64>(b + offset)) return false;
  return load<u64>(a) == load<u64>(b);
}

/** A fixed text of 4 to 32 bytes. With a constant length only the comparisons it needs are compiled. */
@inline
export function matches(at: i32, literal: i32, length: i32): bool {
  if (length < 8) return load<u32>(at) == load<u32>(literal) && load<u32>(at + length - 4) == load<u32>(literal + length - 4);
  if (load<u64>(at) != load<u64>(literal)) return false;
  if (length > 16 && load<u64>(at + 8) != load<u64>(literal + 8)) return false;
  if (length > 24 && load<u64>(at + 16) != load<u64>(literal + 16)) return false;
  return load<u64>(at + length - 8) == load<u64>(literal + length - 8);
}
