const byteOrderMark = Buffer.from('\uFEFF');

/** As editors count: a byte order mark is no part of the text. */
export const textOf = (bytes: Buffer): string => bytes.toString('utf8', bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0);
