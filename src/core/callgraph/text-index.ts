import { readTextMarks, type TextMark } from './text-marks.ts';

/** What can be learned from a text without parsing it. */
export interface TextFacts {
  /** Names its classes extend or implement. */
  readonly deriving: readonly string[];
  /** Names of its classes. */
  readonly classes: readonly string[];
  /** What it imports, requires or re-exports, as written. */
  readonly specifiers: readonly string[];
  readonly marks: readonly TextMark[];
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

const textFields = ['deriving', 'classes', 'specifiers', 'marks'] as const satisfies readonly (keyof TextFacts)[];

/** For what was kept from an earlier scan: a field more or less is another version's. */
export const isTextFacts = (value: unknown): value is TextFacts =>
  typeof value === 'object' && value !== null && Object.keys(value).length === textFields.length && textFields.every((name) => isTexts(Reflect.get(value, name)));

export const readTextFacts = (text: string): TextFacts => {
  const deriving = new Set<string>();
  const classes = new Set<string>();
  const specifiers = new Set<string>();
  for (const [, clause] of text.matchAll(/\bclass\s[^{}]{0,200}?\b(?:extends|implements)\s([^{]{1,300})\{/g)) {
    for (const [name] of clause.matchAll(/\b[A-Z_$][\w$]*/g)) deriving.add(name);
  }
  for (const [, name] of text.matchAll(/\bclass\s+([A-Z][\w$]{0,100})/g)) classes.add(name);
  for (const [, specifier] of text.matchAll(/\b(?:from|require\(|import\()\s*['"]([^'"]{1,200})['"]/g)) specifiers.add(specifier);
  return { deriving: [...deriving], classes: [...classes], specifiers: [...specifiers], marks: readTextMarks(text) };
};

const isSame = (one: TextFacts, other: TextFacts | undefined): boolean =>
  textFields.every((field) => one[field].length === other?.[field].length && one[field].every((item, at) => item === other[field][at]));

type Resolve = (from: string, specifier: string) => string | null;
type FilesByName = ReadonlyMap<string, readonly string[]>;

/** Who derives from whom and imports whom, where classes stand, and which packages are used, over all texts of a project. */
export class TextIndex {
  readonly #dependencies: ReadonlySet<string>;
  readonly #texts = new Map<string, TextFacts>();
  #deriving: FilesByName | null = null;
  #classes: FilesByName | null = null;
  #importers: FilesByName | null = null;
  #packages: ReadonlySet<string> | null = null;

  /** @param dependencies packages that are used whatever the texts say */
  constructor(dependencies: ReadonlySet<string>) {
    this.#dependencies = dependencies;
  }

  add(path: string, text: string): void {
    this.set(path, readTextFacts(text));
  }

  /** `null` = the file is gone. Most edits change nothing of this; then what is known of the other files stays. */
  set(path: string, facts: TextFacts | null): void {
    if (facts && isSame(facts, this.#texts.get(path))) return;
    if (facts) this.#texts.set(path, facts);
    else this.#texts.delete(path);
    this.#deriving = null;
    this.#classes = null;
    this.#importers = null;
    this.#packages = null;
  }

  filesDeriving(name: string): readonly string[] {
    this.#deriving ??= this.#list(({ deriving }) => deriving);
    return this.#deriving.get(name) ?? [];
  }

  filesMarked(mark: TextMark): readonly string[] {
    return [...this.#texts].flatMap(([path, { marks }]) => (marks.includes(mark) ? [path] : []));
  }

  filesWithClass(name: string): readonly string[] {
    this.#classes ??= this.#list(({ classes }) => classes);
    return this.#classes.get(name) ?? [];
  }

  /** Files that import this one. @param resolve finds the file a specifier names; asked once for each specifier of the project */
  importers(path: string, resolve: Resolve): readonly string[] {
    this.#importers ??= this.#list(({ specifiers }, from) => specifiers.map((specifier) => resolve(from, specifier)).filter((target) => target !== null));
    return this.#importers.get(path) ?? [];
  }

  uses(modules: readonly string[]): boolean {
    const packages = (this.#packages ??= new Set([...this.#dependencies, ...[...this.#texts.values()].flatMap(({ specifiers }) => specifiers.filter((specifier) => !specifier.startsWith('.')).map(packageOf))]));
    return modules.some((module) => packages.has(packageOf(module)) || (module.endsWith('/*') && [...packages].some((name) => name.startsWith(module.slice(0, -1)))));
  }

  #list(namesOf: (facts: TextFacts, path: string) => readonly string[]): FilesByName {
    const files = new Map<string, string[]>();
    for (const [path, facts] of this.#texts) {
      for (const name of namesOf(facts, path)) {
        const found = files.get(name);
        if (found) found.push(path);
        else files.set(name, [path]);
      }
    }
    return files;
  }
}

/** `@scope/name/sub` → `@scope/name`. */
const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
