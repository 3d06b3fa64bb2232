import { numbersAt } from './memory';
import { readUint, uint } from './text';

const comma: u8 = 0x2c;
const minus: u8 = 0x2d;

let count: i32 = 0;

export function countNumbers(): i32 {
  return count;
}

/** Reads `digits,` as often as it comes, with a minus before it only if `signed`; answers where it stopped. */
export function readNumbers(at: i32, limit: i32, signed: bool): i32 {
  let to = numbersAt;
  while (true) {
    const negative = signed && load<u8>(at) == minus;
    const end = readUint(negative ? at + 1 : at);
    if (end == 0 || end >= limit || load<u8>(end) != comma) break;
    store<i32>(to, negative ? -uint : uint);
    to += 4;
    at = end + 1;
  }
  count = (to - numbersAt) >> 2;
  return at;
}
