import type { PageView, ProfileColumns } from './profile-page.ts';
import { isRecord } from './guards.ts';

/**
 * What an exported page carries instead of an editor: in the element with this id, `packColumns` of an `EmbeddedProfile`, gzipped, as base64
 * text of a `<script type="text/plain">`. The page's own script is inline.
 */
export const embeddedId = 'flameline-profile';

/** A typed array in the head of a packed value: where its bytes lie in the body. */
export interface PackedColumn {
  readonly column: 'i32' | 'f64' | 'u8';
  readonly at: number;
  readonly length: number;
}

export interface EmbeddedProfile {
  readonly view: PageView;
  readonly columns: ProfileColumns;
}

/** The document is ours; only the outer shape is checked. */
export const isEmbeddedProfile = (value: unknown): value is EmbeddedProfile => isRecord(value) && isRecord(value.view) && isRecord(value.columns);
