import type { PageView, ProfileColumns, SourceText } from '../../protocol/profile-page.ts';
import { isRecord } from '../../protocol/guards.ts';

const kinds: readonly unknown[] = ['empty', 'loading', 'failed', 'profile'] satisfies PageView['kind'][];

/** The host is trusted; only the outer shape is checked. */
export const isPageView = (value: unknown): value is PageView =>
  isRecord(value) && kinds.includes(value.kind) && (value.kind !== 'profile' || (typeof value.revision === 'number' && isRecord(value.facts)));
export const isColumns = (value: unknown): value is ProfileColumns =>
  isRecord(value) && typeof value.revision === 'number' && isRecord(value.data) && Array.isArray(value.places) && value.openable instanceof Uint8Array;
export const isSourceText = (value: unknown): value is SourceText => isRecord(value) && (value.ok === true ? Array.isArray(value.lines) : typeof value.reason === 'string');
export const isProgress = (value: unknown): value is { readonly bytes: number; readonly total: number } =>
  isRecord(value) && typeof value.bytes === 'number' && typeof value.total === 'number';
