import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** Names and contents of a zip file's entries (no zip64, as PKZIP's APPNOTE 6.3 §4.3 lays them out). */
export function readZip(file: string): Map<string, Buffer> {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const entries = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, readEntry(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20)));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function readEntry(bytes: Buffer, header: number, packedSize: number): Buffer {
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + packedSize);
  return bytes.readUInt16LE(header + 8) === 0 ? packed : inflateRawSync(packed);
}
