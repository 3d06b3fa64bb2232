import { readTextMarks, type TextMark } from './text-marks.ts';

/** What can be learned from a text without parsing it. */
export interface TextFacts {
  /** Names its classes extend or implement. */
  readonly deriving: readonly string[];
  /** Packages it imports from. */
  readonly packages: readonly string[];
  readonly marks: readonly TextMark[];
}

export const readTextFacts = (text: string): TextFacts => {
  const deriving = new Set<string>();
  const packages = new Set<string>();
  for (const [, clause] of text.matchAll(/\bclass\s[^{}]{0,200}?\b(?:extends|implements)\s([^{]{1,300})\{/g)) {
    for (const [name] of clause.matchAll(/\b[A-Z_$][\w$]*/g)) deriving.add(name);
  }
  for (const [, specifier] of text.matchAll(/\b(?:from|require\(|import\()\s*['"]([^'".][^'"]{0,200})['"]/g)) packages.add(packageOf(specifier));
  return { deriving: [...deriving], packages: [...packages], marks: readTextMarks(text) };
};

/** Who derives from whom, and which packages are used, over all texts of a project. */
export class TextIndex {
  readonly #dependencies: ReadonlySet<string>;
  readonly #texts = new Map<string, TextFacts>();
  #deriving: ReadonlyMap<string, readonly string[]> | null = null;
  #packages: ReadonlySet<string> | null = null;

  /** @param dependencies packages that are used whatever the texts say */
  constructor(dependencies: ReadonlySet<string>) {
    this.#dependencies = dependencies;
  }

  add(path: string, text: string): void {
    this.set(path, readTextFacts(text));
  }

  /** `null` = the file is gone. */
  set(path: string, facts: TextFacts | null): void {
    if (facts) this.#texts.set(path, facts);
    else this.#texts.delete(path);
    this.#deriving = null;
    this.#packages = null;
  }

  filesDeriving(name: string): readonly string[] {
    this.#deriving ??= this.#listDeriving();
    return this.#deriving.get(name) ?? [];
  }

  filesMarked(mark: TextMark): readonly string[] {
    return [...this.#texts].flatMap(([path, { marks }]) => (marks.includes(mark) ? [path] : []));
  }

  uses(modules: readonly string[]): boolean {
    const packages = (this.#packages ??= new Set([...this.#dependencies, ...[...this.#texts.values()].flatMap((facts) => facts.packages)]));
    return modules.some((module) => packages.has(packageOf(module)) || (module.endsWith('/*') && [...packages].some((name) => name.startsWith(module.slice(0, -1)))));
  }

  #listDeriving(): Map<string, string[]> {
    const files = new Map<string, string[]>();
    for (const [path, { deriving }] of this.#texts) {
      for (const name of deriving) {
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
