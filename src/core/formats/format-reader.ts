import type { Complaint } from './json/shape.ts';
import type { NamedProfile } from '../model/named-profile.ts';
import type { Parsed } from '../model/problem.ts';

/** Threads or profiles of one file; each costs as much as the file has functions. */
export const mostProfiles = 1000;
export const tooManyProfiles: Complaint = { code: 'too-many-profiles', message: `The file holds more than ${mostProfiles} threads or profiles` };

export type ReadProfiles = Parsed<readonly NamedProfile[]>;

/** Takes a file in pieces of any size, cut anywhere; keeps nothing of a piece but copies. */
export interface FormatReader {
  push(chunk: Uint8Array): void;
  /**
   * Nothing more comes; `cut` if that is known to be too early. At least one profile, the one to be shown first; or why there
   * is none.
   */
  end(cut?: boolean): ReadProfiles;
}
