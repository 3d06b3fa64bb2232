/** `*` and `?` within one part of a path. The last star alone is tried again, so no glob is slow. */
const matchPart = (glob: string, part: string): boolean => {
  let [at, next, star, from] = [0, 0, -1, 0];
  while (at < part.length) {
    if (next < glob.length && glob[next] !== '*' && (glob[next] === '?' || glob[next] === part[at])) {
      at++;
      next++;
    } else if (glob[next] === '*') {
      star = next++;
      from = at;
    } else if (star >= 0) {
      next = star + 1;
      at = ++from;
    } else return false;
  }
  return /^\**$/.test(glob.slice(next));
};

/** Whether a path, relative and with forward slashes, fits a glob: `*` and `?` stay within a folder, `**` is any number of folders. */
export const matchGlob = (glob: string, path: string): boolean => {
  const globs = glob.replace(/^\.?\//, '').split('/');
  const parts = path.split('/');
  let [at, next, star, from] = [0, 0, -1, 0];
  while (at < parts.length) {
    if (globs[next] === '**') {
      star = next++;
      from = at;
    } else if (next < globs.length && matchPart(globs[next], parts[at])) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++from;
    } else return false;
  }
  return globs.slice(next).every((rest) => rest === '**');
};
