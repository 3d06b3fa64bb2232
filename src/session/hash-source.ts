import { createHash } from 'node:crypto';

/** SHA-256 of a source as it lies on disk, hex: what `manifest.sources` holds. A text counts as UTF-8. */
export const hashSource = (source: Uint8Array | string): string => createHash('sha256').update(source).digest('hex');
