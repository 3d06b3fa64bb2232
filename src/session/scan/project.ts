import { type Extraction, extractFacts } from '../../core/callgraph/extract-facts.ts';
import type { Client } from '../../core/catalogue/client.ts';
import type { FileFacts } from '../../core/callgraph/facts.ts';
import { matchGlob } from '../../core/callgraph/match-glob.ts';
import type { ProjectHost } from '../../core/callgraph/project-host.ts';
import { ModuleResolver } from '../../core/callgraph/resolve-module.ts';
import { TextIndex } from '../../core/callgraph/text-index.ts';
import type { TextMark } from '../../core/callgraph/text-marks.ts';
import { noteReaders } from '../../core/rules/all-rules.ts';
import type { Parser } from '../../core/syntax/parse-module.ts';
import { type AnalyseRegexp, type Backtracking, findBacktracking } from '../../core/syntax/regexps/find-backtracking.ts';
import { type FactsPack, packData, type PackedFile } from './facts-pack.ts';
import { type ProjectSettings, readSettings } from './scan-settings.ts';
import { describeSource, hashText, readBytes, type SourceFile, unreadSource } from './scan-source.ts';
import { walkFiles, type WalkedFiles } from './scan-walk.ts';
import { textOf } from './source-text.ts';
import { isRecord } from '../../protocol/guards.ts';

/** A project as linking sees it: each file is read, parsed when a question leads to it, and dropped; only its facts stay. */
export class Project implements ProjectHost {
  readonly root: string;
  readonly walked: WalkedFiles;
  readonly settings: ProjectSettings;
  readonly #pack: FactsPack | null;
  readonly #sources = new Map<string, SourceFile>();
  readonly #facts = new Map<string, Extraction>();
  /** Facts that are new, as bytes. */
  readonly #fresh = new Map<string, Uint8Array>();
  /** Texts of files that are open, in place of what is on disk. */
  readonly #open: Map<string, string>;
  readonly #index: TextIndex;
  readonly #resolver: ModuleResolver;
  /** Files of which the project says that they answer requests. */
  readonly #entries: readonly string[];
  #parser: Parser | null = null;
  #analyseRegexp: AnalyseRegexp | null = null;
  readonly #backtracking = new Map<string, Backtracking | null>();
  #included: ReadonlySet<string> = new Set();

  /**
   * @param pack what an earlier scan kept
   * @param earlier the same project as it was read before: what did not change is taken over
   */
  constructor(root: string, pack: FactsPack | null, earlier?: Project) {
    this.root = root;
    this.#pack = pack;
    this.#open = new Map(earlier ? earlier.#open : []);
    this.walked = walkFiles(root);
    this.settings = readSettings(root, this.walked.settings);
    this.#index = new TextIndex(this.settings.dependencies);
    this.#resolver = new ModuleResolver({ ...this.settings, files: new Set(this.walked.sources) });
    this.#entries = this.walked.sources.filter((path) => this.isEntry(path));
    for (const path of this.walked.sources) {
      const known = earlier ? earlier.#facts.get(path) : undefined;
      const isSame = this.#read(path, earlier?.source(path) ?? pack?.index.files.get(path)?.source);
      if (isSame && known) this.#facts.set(path, known);
    }
  }

  /** From here on facts may be asked for, and with an analyser what regular expressions take. */
  parseWith(parser: Parser, analyseRegexp: AnalyseRegexp | null): this {
    this.#parser = parser;
    this.#analyseRegexp = analyseRegexp;
    return this;
  }

  /** Files that count as sources whatever their role: requests may come through them. */
  include(paths: readonly string[]): void {
    this.#included = new Set(paths);
  }

  /** All files with the facts that are known of them, as bytes. */
  *packed(): Generator<[path: string, source: SourceFile, facts: Uint8Array | null]> {
    for (const [path, source] of this.#sources) {
      const part = this.#kept(path)?.facts ?? null;
      yield [path, source, this.#fresh.get(path) ?? (part && (this.#pack?.bytes(part) ?? null))];
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

  get clients(): readonly Client[] {
    return this.settings.config.clients;
  }

  isEntry(path: string): boolean {
    return this.settings.config.entries.some((glob) => matchGlob(glob, path));
  }

  /** The project asks not to look at it; calls are followed into it. */
  isIgnored(path: string): boolean {
    return this.settings.config.ignore.some((glob) => matchGlob(glob, path));
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
    return [...new Set([...this.#index.filesMarked(mark), ...(mark === 'entries' ? this.#entries : [])])].filter((path) => this.source(path)?.role === 'source' || this.#included.has(path));
  }

  filesWithClass(name: string): readonly string[] {
    return this.#index.filesWithClass(name);
  }

  importers(path: string): readonly string[] {
    return this.#index.importers(path, (from, specifier) => this.resolve(from, specifier));
  }

  schemas(): ReturnType<ProjectHost['schemas']> {
    return this.settings.schemas;
  }

  backtracking(source: string, flags: string): Backtracking | null {
    const key = `/${source}/${flags}`;
    const known = this.#backtracking.get(key);
    if (known !== undefined || !this.#analyseRegexp) return known ?? null;
    const found = findBacktracking(this.#analyseRegexp, source, flags);
    this.#backtracking.set(key, found);
    return found;
  }

  uses(modules: readonly string[]): boolean {
    return this.#index.uses(modules);
  }

  /** Says whether the file is what it was before. */
  #read(path: string, before?: SourceFile): boolean {
    const bytes = this.#bytes(path);
    const hash = 'reason' in bytes ? bytes.reason : hashText(bytes);
    const same = before?.hash === hash;
    const source = same ? before : 'reason' in bytes ? unreadSource(path, bytes.reason) : describeSource(path, textOf(bytes), hash);
    this.#sources.set(path, source);
    this.#index.set(path, source.reason === null ? source.index : null);
    return same;
  }

  /** What the pack has of a file, when that is what the file is now. */
  #kept(path: string): PackedFile | null {
    const kept = this.#pack?.index.files.get(path);
    return kept && kept.source.hash === this.#sources.get(path)?.hash ? kept : null;
  }

  #bytes(path: string): Buffer | { readonly reason: string } {
    const open = this.#open.get(path);
    return open === undefined ? readBytes(this.root, path) : Buffer.from(open);
  }

  #extract(path: string): Extraction {
    const reason = this.#sources.get(path)?.reason ?? null;
    if (reason !== null) return { ok: false, reason };
    const part = this.#kept(path)?.facts;
    const kept = part && this.#pack?.read(part);
    if (isExtraction(kept, path)) return kept;
    const bytes = this.#bytes(path);
    if ('reason' in bytes) return { ok: false, reason: bytes.reason };
    if (!this.#parser) throw new Error('No parser was given.');
    const extraction = extractFacts(this.#parser, path, textOf(bytes), noteReaders);
    // A text that changed since it was looked at is for the next scan to keep.
    if (this.#pack && hashText(bytes) === this.#sources.get(path)?.hash) this.#fresh.set(path, packData(extraction));
    return extraction;
  }
}

const lists = ['bindings', 'bindingNames', 'bindingPlaces', 'stars', 'functions', 'classes', 'suppressions', 'notes'] as const satisfies readonly (keyof FileFacts)[];
const maps = ['names', 'exports', 'types', 'interfaces', 'assigned'] as const satisfies readonly (keyof FileFacts)[];

/** The pack is one's own and its bytes are those that were written: the outer shape is checked. */
const isExtraction = (value: unknown, path: string): value is Extraction => {
  if (!isRecord(value)) return false;
  if (value.ok !== true) return value.ok === false && typeof value.reason === 'string';
  const { facts } = value;
  return isRecord(facts) && facts.path === path && isRecord(facts.exported) && lists.every((name) => Array.isArray(facts[name])) && maps.every((name) => facts[name] instanceof Map);
};
