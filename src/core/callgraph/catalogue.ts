import type { Client, Exported } from '../catalogue/client.ts';
import { clients as knownClients } from '../catalogue/clients.ts';
import { own, runOf, shapeValue } from './ask-catalogue.ts';
import { matchGlob } from './match-glob.ts';
import type { Run, Value } from './value.ts';

export interface KnownExport {
  readonly client: Client;
  readonly exported: Exported;
}

type Uses = (modules: readonly string[]) => boolean;

/** A module that ends with a star stands for all below it. */
const brings = ({ modules }: Client, module: string): boolean => modules.some((name) => (name.endsWith('/*') ? module.startsWith(name.slice(0, -1)) : module === name));

/** A client that no package brings is believed by its names alone. */
const isBelieved = ({ modules }: Client, uses: Uses): boolean => modules.length === 0 || uses(modules);

/** The clients that are known in a project: those it tells of first, then everyone's. */
export class Catalogue {
  readonly #clients: readonly Client[];
  /** Those that were asked for. */
  readonly #byModule = new Map<string, readonly Client[]>();
  readonly #byFiles: readonly Client[];

  constructor(own: readonly Client[]) {
    this.#clients = [...own, ...knownClients];
    this.#byFiles = own.filter(({ files = [] }) => files.length > 0);
  }

  /** What is known of a name of a package; the empty module stands for globals. */
  findExport(module: string, path: readonly string[]): KnownExport | null {
    const names = path[0] === 'default' && path.length > 1 ? [path.join('.'), path.slice(1).join('.')] : [path.join('.') || 'default'];
    for (const client of module === '' ? this.#clients : this.#clientsOf(module)) {
      for (const name of names) {
        const exported = own(module === '' ? client.globals : client.exports, name);
        if (exported) return { client, exported };
      }
    }
    return null;
  }

  /** The module that stands for a file of the project when a client has this name from it. */
  moduleOf(path: string, name: string): string | null {
    const client = this.#byFiles.find(({ files = [], exports }) => own(exports, name) !== undefined && files.some((glob) => matchGlob(glob, path)));
    return client?.id ?? null;
  }

  /** The shapes a decorator of one of these modules injects. */
  injectedShape(module: string, name: string): Value | null {
    for (const client of this.#clientsOf(module)) {
      const shape = own(client.decorators, name);
      if (shape !== undefined) return shapeValue(client, shape);
    }
    return null;
  }

  /** By name alone: believed only in a project that uses the client, and when nothing else is known. */
  conventionalValue(name: string, uses: Uses): Value | null {
    for (const client of this.#clients) {
      const shape = own(client.conventions, name);
      if (shape !== undefined && isBelieved(client, uses)) return shapeValue(client, shape);
    }
    return null;
  }

  unmistakableRun(name: string, uses: Uses): Run | null {
    for (const client of this.#clients) {
      const access = client.unmistakable?.reads.includes(name) ? 'read' : client.unmistakable?.writes.includes(name) ? 'write' : null;
      if (access !== null && uses(client.modules)) return runOf(client, { lazy: true, batched: ['findUnique'] }, access, name);
    }
    return null;
  }

  /** All that know a module: each has names of its own. */
  #clientsOf(module: string): readonly Client[] {
    const known = this.#byModule.get(module) ?? this.#clients.filter((client) => brings(client, module));
    this.#byModule.set(module, known);
    return known;
  }
}
