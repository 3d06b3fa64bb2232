import { calleeName } from './callee-name.ts';
import type { EventFacts, FileFacts } from './facts.ts';
import type { Linker } from './linker.ts';
import { isElementCallback, isElementFunction } from './list-methods.ts';
import type { Term } from './terms.ts';
import type { FunctionValue } from './value.ts';

/** How often a call runs the function it is given; `kept` = later, or not at all. */
export type Invocation = 'each' | 'once' | 'kept';

/** Methods that keep their function for later: events, routes, timers, collections of jobs. */
const keeping = new Set([
  'push', 'unshift', 'on', 'once', 'off', 'addListener', 'addEventListener', 'removeListener', 'removeEventListener', 'subscribe', 'set', 'use', 'get', 'post', 'put', 'patch', 'delete', 'all', 'route', 'register',
  'setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask', 'describe', 'it', 'test', 'beforeEach', 'afterEach', 'useCallback', 'useEffect', 'useMemo', 'handle', 'command', 'action', 'schedule', 'cron',
  'process', 'middleware', 'addHook', 'decorate', 'createServer', 'listen', 'defineStore', 'query', 'mutation', 'resolver',
]);

/** Learns how functions of the project and of libraries treat a function they are given. */
export class Invocations {
  readonly #linker: Linker;
  readonly #learned = new Map<string, Invocation>();

  constructor(linker: Linker) {
    this.#linker = linker;
  }

  /** How the argument at this index of a call is run. */
  of(file: FileFacts, { term }: Pick<EventFacts, 'term'>, index: number): Invocation {
    if (term.kind !== 'call' && term.kind !== 'new') return 'kept';
    const values = this.#linker.values(file, term.callee);
    const project = values.find((value) => value.kind === 'function');
    if (project) return this.#learn(project, index);
    const name = calleeName(file, term);
    if (name === 'from' && index === 1) return 'each';
    if (isElementCallback(name) && !values.some(({ kind }) => kind === 'run' || kind === 'shape')) return 'each';
    if (values.some(isElementFunction)) return 'each';
    return keeping.has(name) ? 'kept' : 'once';
  }

  #learn(value: FunctionValue, index: number): Invocation {
    const { file, id } = value;
    const key = `${file.path}\0${id}\0${index}`;
    const known = this.#learned.get(key);
    if (known) return known;
    this.#learned.set(key, 'kept');
    const binding = file.functions[id].parameters[index]?.binding ?? -1;
    const learned = binding < 0 ? 'once' : this.#uses(file, id, binding);
    this.#learned.set(key, learned);
    return learned;
  }

  /** The most often a binding is run inside a function and the functions within it. */
  #uses(file: FileFacts, id: number, binding: number): Invocation {
    let most: Invocation = 'kept';
    for (const event of file.functions[id].events) {
      const { term, loops } = event;
      if (term.kind !== 'call' && term.kind !== 'new') continue;
      const direct = isBinding(term.callee, binding) ? 'once' : this.#passedOn(file, event, term.args, binding);
      if (direct === 'kept') continue;
      if (direct === 'each' || loops.some(({ tags }) => tags.length === 0)) return 'each';
      most = 'once';
    }
    return most;
  }

  #passedOn(file: FileFacts, event: EventFacts, args: readonly Term[], binding: number): Invocation {
    for (const [index, arg] of args.entries()) {
      if (isBinding(arg, binding)) return this.of(file, event, index);
      if (arg.kind !== 'function') continue;
      const outer = this.of(file, event, index);
      const inner = outer === 'kept' ? 'kept' : this.#uses(file, arg.id, binding);
      if (inner !== 'kept') return outer === 'each' ? 'each' : inner;
    }
    return 'kept';
  }
}

const isBinding = (term: Term, binding: number): boolean => term.kind === 'binding' && term.id === binding;
