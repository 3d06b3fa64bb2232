/** What went wrong with a file, as the rest of a sentence about it, without the system's code words. */
export function describeIoError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'It does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'Access to it is denied';
  if (code === 'EISDIR') return 'It is a folder';
  return `It could not be read (${typeof code === 'string' ? code : 'unknown error'})`;
}
