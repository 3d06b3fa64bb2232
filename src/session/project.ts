import { type Extraction, extractFacts } from '../core/callgraph/extract-facts.ts';
import type { FileFacts } from '../core/callgraph/facts.ts';
import type { ProjectHost } from '../core/callgraph/project-host.ts';
import { ModuleResolver } from '../core/callgraph/resolve-module.ts';
import { TextIndex } from '../core/callgraph/text-index.ts';
import type { TextMark } from '../core/callgraph/text-marks.ts';
import { noteReaders } from '../core/rules/all-rules.ts';
import type { Parser } from '../core/syntax/parse-module.ts';
import { readSettings } from './scan-settings.ts';
import { describeSource, hashText, readBytes, type SourceFile, unreadSource } from './scan-source.ts';
import { walkFiles, type WalkedFiles } from './scan-walk.ts';

/** A project as linking sees it: each file is read, parsed when a question leads to it, and dropped; only its facts stay. */
export class Project implements ProjectHost {
  readonly root: string;
  readonly walked: WalkedFiles;
  readonly #parser: Parser;
  readonly #sources = new Map<string, SourceFile>();
  readonly #facts = new Map<string, Extraction>();
  /** Texts of files that are open, in place of what is on disk. */
  readonly #open: Map<string, string> = new Map<string, string>();
  readonly #index: TextIndex;
  readonly #resolver: ModuleResolver;

  /** @param earlier the same project as it was read before: what did not change is taken over */
  constructor(parser: Parser, root: string, earlier?: Project) {
    this.root = root;
    this.#parser = parser;
    if (earlier) this.#open = new Map(earlier.#open);
    this.walked = walkFiles(root);
    const settings = readSettings(root, this.walked.settings);
    this.#index = new TextIndex(settings.dependencies);
    this.#resolver = new ModuleResolver({ ...settings, files: new Set(this.walked.sources) });
    for (const path of this.walked.sources) {
      const known = earlier ? earlier.#facts.get(path) : undefined;
      if (this.#read(path, earlier?.source(path)) && known) this.#facts.set(path, known);
    }
  }

  /** `undefined` for a file the walk left out. */
  source(path: string): SourceFile | undefined {
    return this.#sources.get(path);
  }

  /** Takes a text in place of the one on disk, or with `null` that of the disk again. Says whether that is another text. */
  replace(path: string, text: string | null): boolean {
    const before = this.#sources.get(path);
    if (!before || this.#open.get(path) === (text ?? undefined)) return false;
    if (text === null) this.#open.delete(path);
    else this.#open.set(path, text);
    return this.reread(path);
  }

  /** The file changed on disk. Says whether its text did. */
  reread(path: string): boolean {
    const before = this.#sources.get(path);
    if (!before) return false;
    if (this.#read(path, before)) return false;
    this.#facts.delete(path);
    return true;
  }

  /** Why the facts of a file are missing. */
  failure(path: string): string | null {
    const known = this.#facts.get(path);
    return known && !known.ok ? known.reason : null;
  }

  failures(): { readonly file: string; readonly reason: string }[] {
    return [...this.#facts].flatMap(([file, known]) => (known.ok ? [] : [{ file, reason: known.reason }]));
  }

  facts(path: string): FileFacts | null {
    const known = this.#facts.get(path) ?? this.#extract(path);
    this.#facts.set(path, known);
    return known.ok ? known.facts : null;
  }

  resolve(from: string, specifier: string): string | null {
    return this.#resolver.resolve(from, specifier);
  }

  packageName(from: string, specifier: string): string {
    return this.#resolver.packageName(from, specifier);
  }

  filesDeriving(name: string): readonly string[] {
    return this.#index.filesDeriving(name);
  }

  filesMarked(mark: TextMark): readonly string[] {
    return this.#index.filesMarked(mark).filter((path) => this.source(path)?.role === 'source');
  }

  uses(modules: readonly string[]): boolean {
    return this.#index.uses(modules);
  }

  /** Says whether the file is what it was before. */
  #read(path: string, before?: SourceFile): boolean {
    const text = this.#text(path);
    const hash = typeof text === 'string' ? hashText(text) : text.reason;
    const same = before?.hash === hash;
    const source = same ? before : typeof text === 'string' ? describeSource(path, text, hash) : unreadSource(path, text.reason);
    this.#sources.set(path, source);
    this.#index.set(path, source.reason === null ? source.index : null);
    return same;
  }

  #text(path: string): string | { readonly reason: string } {
    const open = this.#open.get(path);
    if (open !== undefined) return open;
    const bytes = readBytes(this.root, path);
    return 'reason' in bytes ? bytes : bytes.toString('utf8');
  }

  #extract(path: string): Extraction {
    const reason = this.#sources.get(path)?.reason ?? null;
    if (reason !== null) return { ok: false, reason };
    const text = this.#text(path);
    return typeof text === 'string' ? extractFacts(this.#parser, path, text, noteReaders) : { ok: false, reason: text.reason };
  }
}
