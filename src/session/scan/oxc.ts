import { randomFillSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type InstantiateOptions, instantiateNapiModuleSync } from '@emnapi/core';
import { createContext } from '@emnapi/runtime';
import { bundlePath } from '../bundles.ts';

interface OxcComment {
  readonly type: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

interface OxcResult {
  /** JSON: the tree, and the literals whose values JSON can't say, which nobody here needs. */
  readonly program: string;
  readonly errors: readonly unknown[];
  readonly comments: readonly OxcComment[];
}

type ParseSync = (file: string, text: string, options: object) => OxcResult;

/** The part of a WASI host that the module asks for: random numbers for its hash tables, an empty environment, and where a panic is written, which is nowhere. */
const wasiFor = (memory: WebAssembly.Memory): Record<string, (...args: number[]) => number> => ({
  random_get: (at, length) => (randomFillSync(new Uint8Array(memory.buffer, at, length)), 0),
  environ_get: () => 0,
  environ_sizes_get(countAt, bytesAt) {
    const view = new DataView(memory.buffer);
    view.setUint32(countAt, 0, true);
    view.setUint32(bytesAt, 0, true);
    return 0;
  },
  fd_write(_file, listAt, count, writtenAt) {
    const view = new DataView(memory.buffer);
    let written = 0;
    for (let part = 0; part < count; part++) written += view.getUint32(listAt + 8 * part + 4, true);
    view.setUint32(writtenAt, written, true);
    return 0;
  },
  proc_exit: () => {
    throw new Error('The parser ended.');
  },
});

/** What the module declares, in pages of 64 kB. */
const firstPages = 1024;
const mostPages = 32_768;

const registerAll: InstantiateOptions['beforeInit'] = ({ instance }) => {
  for (const [name, exported] of Object.entries(instance.exports)) if (name.startsWith('__napi_register__') && typeof exported === 'function') Reflect.apply(exported, undefined, []);
};

const isParse = (value: unknown): value is ParseSync => typeof value === 'function';

/** The context listens for the end of the process, which would keep the memory of each module until then; nothing of a parser needs an end. */
const makeContext = (): ReturnType<typeof createContext> => {
  const before = new Set(process.listeners('beforeExit'));
  const context = createContext();
  for (const listener of process.listeners('beforeExit')) if (!before.has(listener)) process.off('beforeExit', listener);
  return context;
};

const instantiate = (module: WebAssembly.Module): ParseSync => {
  const memory = new WebAssembly.Memory({ initial: firstPages, maximum: mostPages });
  const { napiModule } = instantiateNapiModuleSync(module, {
    context: makeContext(),
    asyncWorkPoolSize: 0,
    overwriteImports: ({ env, napi, emnapi }) => ({ env: { ...env, ...napi, ...emnapi, memory }, wasi_snapshot_preview1: wasiFor(memory) }),
    beforeInit: registerAll,
  });
  const exported: unknown = napiModule.exports;
  const parseSync: unknown = typeof exported === 'object' && exported !== null && 'parseSync' in exported ? exported.parseSync : null;
  if (!isParse(parseSync)) throw new Error('The parser is damaged.');
  return parseSync;
};

const languageOf = (file: string): string => (/\.[cm]?ts$/i.test(file) ? 'ts' : /\.tsx$/i.test(file) ? 'tsx' : 'jsx');

/** Results are given back only between turns of the event loop: after so many characters in one turn the module begins anew, with an empty memory. */
const mostAtOnce = 30_000_000;

/** The parser of the oxc project as WebAssembly, in this thread: no native file, no thread of its own. */
export class OxcParser {
  #module: WebAssembly.Module | null = null;
  #parse: ParseSync | null = null;
  #parsed = 0;
  readonly #renewAfter: number;

  constructor(renewAfter = mostAtOnce) {
    this.#renewAfter = renewAfter;
  }

  /** The tree of a text, `null` for one it refuses. A module that trapped is thrown away. */
  parse(file: string, text: string, comments: boolean): unknown {
    try {
      return readResult(this.#take(text.length)(file, text, { lang: languageOf(file), astType: 'ts', range: true, preserveParens: false }), comments);
    } catch {
      this.#parse = null;
      return null;
    }
  }

  #take(length: number): ParseSync {
    if (this.#parsed > this.#renewAfter) this.#parse = null;
    if (!this.#parse) this.#parsed = 0;
    this.#parsed += length;
    return (this.#parse ??= instantiate((this.#module ??= new WebAssembly.Module(readFileSync(bundlePath('oxc.wasm'))))));
  }
}

const readResult = (result: OxcResult, wantsComments: boolean): unknown => {
  // Each is freed by being read.
  const [program, errors, comments] = [result.program, result.errors, wantsComments ? result.comments : []];
  if (errors.length > 0) return null;
  const parsed: unknown = JSON.parse(program);
  const node = typeof parsed === 'object' && parsed !== null && 'node' in parsed ? parsed.node : null;
  return wantsComments && typeof node === 'object' && node !== null ? Object.assign(node, { comments: comments.map(({ type, value, start, end }) => ({ type, value, range: [start, end] })) }) : node;
};
