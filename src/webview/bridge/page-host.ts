import type { ComparisonFormat, DroppedFile, ExportFormat, PageView, ProfileColumns, SourceText } from '../../protocol/profile-page.ts';

/** Who the page belongs to: an editor, or the document itself it was exported into. */
export interface PageHost {
  /** Whether places lead to code, and files can be opened and saved. */
  readonly isEditor: boolean;
  ready(): Promise<PageView>;
  columns(revision: number): Promise<ProfileColumns>;
  open(revision: number, func: number, line: number, focus: boolean): Promise<void>;
  source(revision: number, func: number): Promise<SourceText>;
  copy(text: string): Promise<void>;
  copyLink(revision: number, func: number): Promise<void>;
  savePicture(png: Uint8Array<ArrayBuffer>): Promise<void>;
  exportProfile(format: ExportFormat): Promise<void>;
  exportReport(format: ComparisonFormat): Promise<void>;
  cancel(): Promise<void>;
  reload(): Promise<void>;
  openFile(): Promise<void>;
  drop(file: DroppedFile): Promise<void>;
  /** What `save` kept before a reload. */
  saved(): unknown;
  save(state: unknown): void;
}

/** What the host may say by itself. */
export interface HostEvents {
  readonly show: (view: PageView) => void;
  readonly progress: (bytes: number, total: number) => void;
  readonly select: (revision: number, func: number) => void;
}
