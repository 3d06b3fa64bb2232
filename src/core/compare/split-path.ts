/** More say nothing about which file it is; a hostile path may have millions. */
const mostSegments = 64;
/** Of a segment, from its end; longer ones are cut before a pattern looks at them. */
const longestSegment = 200;

/**
 * A file's name as segments, the last one first, so that where two names differ (root, drive, kind of slash) comes last:
 * `C:\work\src\rows.ts` → `rows.ts`, `src`, `work`, `c:`. Node's own modules are named alike in all versions.
 */
export function splitPath(file: string): string[] {
  const path = plainPath(file);
  const segments: string[] = [];
  let end = path.length;
  while (end > 0 && segments.length < mostSegments) {
    const slash = path.lastIndexOf('/', end - 1);
    const segment = path.slice(slash + 1, end);
    if (segment !== '' && segment !== '.') segments.push(segment);
    end = slash;
  }
  // The root is a segment too: `/a/x.js` is a whole name and not the end of `/b/a/x.js`.
  if (end <= 0) segments.push('');
  return segments;
}

function plainPath(file: string): string {
  if (/^(?:node:|internal\/)/.test(file)) return file.replace(/^node:/, '').replace(/\.js$/, '');
  const path = /^[a-z][\w+.-]*:\/\//i.test(file) ? file.replace(/[?#][^]*$/, '') : file;
  return path.replaceAll('\\', '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
}

const version = /\d+(?:\.\d+)+/g;
/** Of bundlers: eight characters that are no small-letter word, or four and more with a digit, behind a separator; or eight hexadecimal ones in front. */
const hash = /[-._~](?=[\w-]{0,7}[\dA-Z])[\w-]{8}(?=\.|$)|[-._~](?=\w{0,63}\d)\w{4,64}(?=[-.~]|$)|^(?=[\da-f]{0,7}\d)[\da-f]{8,64}(?=[-.]|$)/g;

/** A segment without what a build or an update changes: `chunk-AB12CD34.js` → `chunk*.js`, `x@1.2.3` → `x@*`; letters in one case, as on Windows. */
export const loosenSegment = (segment: string): string => segment.slice(-longestSegment).replace(version, '*').replace(hash, '*').toLowerCase();
