import type { PathStyle } from '../model/paths.ts';
import type { Profile } from '../model/profile.ts';

/** The platform a profile was recorded on, told by the first script that lies on a disk; POSIX when none does. */
export const pathStyleOf = ({ functions, strings }: Profile): PathStyle => {
  for (let row = 0; row < functions.length; row++) {
    const url = strings[functions.url[row]];
    if (/^(?:file:\/\/\/)?[a-z]:[\\/]/i.test(url)) return 'win32';
    if (/^(?:file:\/\/)?\//i.test(url)) return 'posix';
  }
  return 'posix';
};
