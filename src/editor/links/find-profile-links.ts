/** A `flameline:` link in a text: "open this profile at this frame". */
export interface ProfileLink {
  /** In UTF-16 units of the text. */
  readonly start: number;
  readonly length: number;
  /** As written, decoded: relative or absolute. */
  readonly path: string;
  /** Name of the function to select, empty = none. */
  readonly frame: string;
}

/** A link longer than this is none. */
const longest = 2_000;
/** Links of one text that are looked at. */
const most = 1_000;

/** Ends at blanks and at what sets a text off from what follows it. */
const pattern = /\bflameline:([^\s"'`<>()[\]{}|#]+)(?:#frame=([^\s"'`<>[\]{}|]+))?/g;

/**
 * `flameline:profiles/slow.cpuprofile#frame=parseRow`. Blanks and the characters that end a link are percent-encoded; a full stop,
 * comma or the like at the very end belongs to the sentence around it.
 */
export function findProfileLinks(text: string): readonly ProfileLink[] {
  const links: ProfileLink[] = [];
  for (const match of text.matchAll(pattern)) {
    const written = match[0].replace(/[.,;:!?)]+$/, '');
    const [path, frame = ''] = written.slice('flameline:'.length).split('#frame=');
    const decoded = decode(path);
    const name = decode(frame);
    if (decoded && name !== null && written.length <= longest) links.push({ start: match.index, length: written.length, path: decoded, frame: name });
    if (links.length === most) break;
  }
  return links;
}

/** `null` for what is not encoded well. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The link that leads to a profile and a frame of it. */
export const writeProfileLink = (path: string, frame: string): string =>
  `flameline:${encode(path.replaceAll('\\', '/')).replaceAll('%2F', '/').replace(/^([a-z])%3A/i, '$1:')}${frame === '' ? '' : `#frame=${encode(frame)}`}`;

/** A full stop at the end would be taken for the sentence's. */
const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()*]|\.+$/g, (marks) => Array.from(marks, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`).join(''));
