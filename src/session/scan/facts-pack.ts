import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { decodeData } from '../../core/callgraph/decode-facts.ts';
import { type EncodedData, encodeData } from '../../core/callgraph/encode-facts.ts';
import { isSourceFile, type SourceFile } from './scan-source.ts';
import { isRecord, isTexts } from '../../protocol/guards.ts';

/** A part of a pack: where it stands and what its bytes must hash to. */
export type PackedPart = readonly [offset: number, length: number, hash: string];

export interface PackedFile {
  readonly source: SourceFile;
  /** `null` when nothing asked for its facts yet. */
  readonly facts: PackedPart | null;
}

export interface PackIndex {
  readonly files: ReadonlyMap<string, PackedFile>;
  /** Whole results by what they were made of, oldest first. */
  readonly results: ReadonlyMap<string, PackedPart>;
}

/** Bytes of the line at the beginning: version and the index' place. */
export const headLength = 256;
const largestPart = 64_000_000;

export const hashPart = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

const isPart = (value: unknown): value is PackedPart =>
  Array.isArray(value) && value.length === 3 && Number.isSafeInteger(value[0]) && Number.isSafeInteger(value[1]) && value[0] >= 0 && value[1] >= 0 && value[1] <= largestPart && typeof value[2] === 'string';

/** Any plain data as bytes, small. */
export const packData = (value: unknown): Uint8Array => {
  const { strings, shapes, bytes } = encodeData(value);
  const texts = Buffer.from(JSON.stringify([strings, shapes]));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(texts.length);
  return deflateRawSync(Buffer.concat([length, texts, bytes]), { level: 1 });
};

const readEncoded = (bytes: Buffer): EncodedData => {
  const end = 4 + bytes.readUInt32LE(0);
  const tables: unknown = JSON.parse(bytes.toString('utf8', 4, end));
  if (!Array.isArray(tables) || !isTexts(tables[0]) || !Array.isArray(tables[1]) || !tables[1].every(isTexts)) throw new Error('No tables.');
  return { strings: tables[0], shapes: tables[1], bytes: bytes.subarray(end) };
};

const unpackData = (bytes: Uint8Array): unknown => decodeData(readEncoded(inflateRawSync(bytes, { maxOutputLength: largestPart })));

/** Anything that is not whole is no value. */
const attempt = <Value>(read: () => Value | null): Value | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

/** Only a plain file of one's own that nobody else may write. */
const openOwn = (path: string): number | null =>
  attempt(() => {
    const file = openSync(path, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NOFOLLOW));
    const { uid, mode } = fstatSync(file);
    const own = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    if (own && fstatSync(file).isFile()) return file;
    closeSync(file);
    return null;
  });

const readAt = (file: number, [offset, length, hash]: PackedPart): Buffer | null =>
  attempt(() => {
    const bytes = Buffer.alloc(length);
    return readSync(file, bytes, 0, length, offset) === length && hashPart(bytes) === hash ? bytes : null;
  });

const isPackedFile = (value: unknown): value is PackedFile => isRecord(value) && isSourceFile(value.source) && (value.facts === null || isPart(value.facts));

const readIndex = (file: number, version: string): PackIndex | null =>
  attempt(() => {
    const head = Buffer.alloc(headLength);
    readSync(file, head, 0, headLength, 0);
    const said: unknown = JSON.parse(head.toString('utf8'));
    if (!isRecord(said) || said.flameline !== version || !isPart(said.index)) return null;
    const bytes = readAt(file, said.index);
    const index: unknown = bytes && JSON.parse(inflateRawSync(bytes, { maxOutputLength: largestPart }).toString('utf8'));
    if (!isRecord(index) || !Array.isArray(index.files) || !Array.isArray(index.results)) return null;
    const files = index.files.filter((entry): entry is [string, PackedFile] => Array.isArray(entry) && typeof entry[0] === 'string' && isPackedFile(entry[1]));
    const results = index.results.filter((entry): entry is [string, PackedPart] => Array.isArray(entry) && typeof entry[0] === 'string' && isPart(entry[1]));
    return files.length === index.files.length && results.length === index.results.length ? { files: new Map(files), results: new Map(results) } : null;
  });

/** What an earlier scan of a project kept. What is damaged, of another version or not one's own is as if it were not there. */
export class FactsPack {
  readonly index: PackIndex;
  #file: number | null;

  private constructor(index: PackIndex, file: number | null) {
    this.index = index;
    this.#file = file;
  }

  static open(path: string, version: string): FactsPack {
    const file = openOwn(path);
    const index = file === null ? null : readIndex(file, version);
    if (file !== null && !index) closeSync(file);
    return index ? new FactsPack(index, file) : new FactsPack({ files: new Map(), results: new Map() }, null);
  }

  /** The bytes of a part as they stand there; `null` when they are not what was written. */
  bytes(part: PackedPart): Uint8Array | null {
    return this.#file === null ? null : readAt(this.#file, part);
  }

  read(part: PackedPart): unknown {
    const bytes = this.bytes(part);
    return bytes && attempt(() => unpackData(bytes));
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}
