import { isAbsolutePath, isInside, relativePath } from '../model/paths.ts';
import type { PathStyle } from '../model/paths.ts';

/** How a report names a file: relative with forward slashes inside the working directory, otherwise as it is (absolute, `node:…`, a URL, empty). */
export function displayFile(file: string, cwd: string, style: PathStyle): string {
  return isAbsolutePath(file, style) && isInside(cwd, file, style) ? relativePath(cwd, file, style) : file;
}
