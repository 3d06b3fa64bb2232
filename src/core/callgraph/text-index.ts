/** What can be learned from texts without parsing: who derives from whom, and which packages are used. */
export class TextIndex {
  readonly #deriving = new Map<string, Set<string>>();
  readonly #packages: Set<string>;

  constructor(dependencies: ReadonlySet<string>) {
    this.#packages = new Set(dependencies);
  }

  add(path: string, text: string): void {
    for (const [, clause] of text.matchAll(/\bclass\s[^{}]{0,200}?\b(?:extends|implements)\s([^{]{1,300})\{/g)) {
      for (const [name] of clause.matchAll(/\b[A-Z_$][\w$]*/g)) {
        const files = this.#deriving.get(name) ?? new Set();
        files.add(path);
        this.#deriving.set(name, files);
      }
    }
    for (const [, specifier] of text.matchAll(/\b(?:from|require\(|import\()\s*['"]([^'".][^'"]{0,200})['"]/g)) this.#packages.add(packageOf(specifier));
  }

  filesDeriving(name: string): readonly string[] {
    return [...(this.#deriving.get(name) ?? [])];
  }

  uses(modules: readonly string[]): boolean {
    return modules.some((module) => this.#packages.has(packageOf(module)) || (module.endsWith('/*') && [...this.#packages].some((name) => name.startsWith(module.slice(0, -1)))));
  }
}

/** `@scope/name/sub` → `@scope/name`. */
const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
