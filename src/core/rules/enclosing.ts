import { callersOf } from '../callgraph/callers.ts';
import type { FileFacts, FunctionFacts } from '../callgraph/facts.ts';
import type { Linker } from '../callgraph/linker.ts';
import { isRequestEntry } from '../callgraph/request-entry.ts';

/** A function and those it is written in, innermost first; the module itself is none. */
export const enclosing = (file: FileFacts, facts: FunctionFacts): readonly FunctionFacts[] => {
  const found = [facts];
  for (let at = facts; at.parent > 0; ) {
    at = file.functions[at.parent];
    found.push(at);
  }
  return found;
};

/** Names of functions that run once, before requests come. */
const startUp = /^(?:constructor|main|bootstrap|init\w*|setup\w*|start\w*|boot\w*|configure\w*|register\w*|onModuleInit|onApplicationBootstrap|(?:load|read|get|parse)\w*(?:Config|Settings|Env|Secrets?|Version|Certificates?|Keys?)\w*|create(?:App|Server)|build)$/;

export const runsAtStart = (file: FileFacts, facts: FunctionFacts): boolean => facts.id === 0 || enclosing(file, facts).some(({ name }) => startUp.test(name));

const furthestCaller = 4;

/** Everything that is known to call the function runs at the start; a function that nobody is known to call may be called by anybody. */
export const isCalledAtStart = (linker: Linker, file: FileFacts, facts: FunctionFacts, steps = 0): boolean => {
  const callers = callersOf(linker, file, facts)?.filter((caller) => caller.facts !== facts) ?? [];
  const isStart = (caller: (typeof callers)[number]): boolean => runsAtStart(caller.file, caller.facts) || (steps < furthestCaller && isCalledAtStart(linker, caller.file, caller.facts, steps + 1));
  return callers.length > 0 && callers.every(isStart);
};

export const answersRequest = (file: FileFacts, facts: FunctionFacts): boolean => facts.id !== 0 && enclosing(file, facts).some((outer) => isRequestEntry(file, outer));
