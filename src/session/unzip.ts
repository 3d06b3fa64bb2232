import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Problem } from './types.ts';

/**
 * What a compressed file may unpack to, bytes: in all, and beyond the first `free` bytes as a multiple of what was read of it. A
 * gzip bomb is 1029 times its size, a profile 10 to 40 times.
 */
export const unzipLimits = { bytes: 2 ** 32, free: 64 << 20, ratio: 250 } as const;

const mb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

const isCodedError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

/** Unpacks gzip piece by piece; what is wrong with it, or `null`. Of damaged or too large data the beginning was taken. */
export async function unzip(chunks: Iterable<Uint8Array>, take: (piece: Uint8Array) => void, limits: typeof unzipLimits | { readonly [Name in keyof typeof unzipLimits]: number } = unzipLimits): Promise<Problem | null> {
  const gunzip = createGunzip();
  const source = Readable.from(chunks);
  source.once('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let unpacked = 0;
  try {
    for await (const piece of gunzip) {
      if (!(piece instanceof Uint8Array)) continue;
      unpacked += piece.length;
      if (unpacked > limits.bytes) return { code: 'too-large', message: `The compressed file unpacks to more than ${mb(limits.bytes)}`, byte: limits.bytes };
      if (unpacked > limits.free && unpacked > limits.ratio * gunzip.bytesWritten) {
        return { code: 'too-large', message: `The compressed file unpacks to more than ${limits.ratio} times its size, as a gzip bomb does: seen at byte ${unpacked - piece.length} of what is unpacked`, byte: unpacked - piece.length };
      }
      take(piece);
    }
    return null;
  } catch (error) {
    if (!isCodedError(error) || !error.code?.startsWith('Z_')) throw error;
    return error.code === 'Z_BUF_ERROR'
      ? { code: 'truncated', message: 'The compressed file is cut off; what is whole is shown', byte: unpacked }
      : { code: 'bad-gzip', message: `The compressed data are damaged behind byte ${unpacked} of what is unpacked`, byte: unpacked };
  } finally {
    source.destroy();
  }
}
