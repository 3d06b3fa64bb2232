import type { Finding } from '../../core/model/finding.ts';
import { Checker } from '../../core/rules/check-file.ts';
import { rulesOf, withSeverities } from '../../core/config/apply-rules.ts';
import type { Rule } from '../../core/rules/rule.ts';
import type { OpenProjectRequest } from '../../protocol/worker.ts';
import { openKeptFacts } from './kept-facts.ts';
import { loadParser } from './load-parser.ts';
import { loadRegexpsFor } from './load-regexps.ts';
import { Project } from './project.ts';
import { shapesProject } from './scan-walk.ts';

/** The project around files that are open in an editor. It lives in a thread of its own. */
export class ProjectAnalysis {
  /** Ids; empty = all. */
  readonly #wanted: readonly string[];
  #rules: readonly Rule[];
  readonly #read: (earlier?: Project) => Project;
  #project: Project;
  /** What was linked; of the texts as they are now. */
  #checker: Checker | null = null;

  private constructor(read: (earlier?: Project) => Project, wanted: readonly string[]) {
    this.#read = read;
    this.#project = read();
    this.#wanted = wanted;
    this.#rules = rulesOf(wanted, this.#project.settings.config);
  }

  static async open({ root, rules: ids, factsFolder }: OpenProjectRequest): Promise<ProjectAnalysis> {
    const parser = await loadParser();
    const analyseRegexp = await loadRegexpsFor(ids);
    const pack = openKeptFacts(factsFolder, root)?.pack ?? null;
    return new ProjectAnalysis((earlier) => new Project(root, pack, earlier).parseWith(parser, analyseRegexp), ids);
  }

  /** The findings of one file, `text` in place of what is on disk. Files a scan leaves out have none. */
  analyse(path: string, text: string | null): Finding[] {
    if (this.#project.replace(path, text)) this.#checker = null;
    const source = this.#project.source(path);
    if (source?.reason !== null || source.role !== 'source' || this.#project.isIgnored(path) || !this.#rules.some(({ id }) => source.rules.includes(id))) return [];
    const facts = this.#project.facts(path);
    this.#checker ??= new Checker(this.#project, this.#rules, (file) => file);
    return facts ? withSeverities(this.#checker.check(facts), this.#project.settings.config) : [];
  }

  /** Files were made, changed or removed on disk. */
  changed(paths: readonly string[]): void {
    this.#checker = null;
    const isKnown = (path: string): boolean => this.#project.source(path) !== undefined;
    if (paths.some((path) => !isKnown(path) && shapesProject(path))) this.#readAgain();
    else for (const path of paths.filter(isKnown)) this.#project.reread(path);
  }

  #readAgain(): void {
    this.#project = this.#read(this.#project);
    this.#rules = rulesOf(this.#wanted, this.#project.settings.config);
  }
}
