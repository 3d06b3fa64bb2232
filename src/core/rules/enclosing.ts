import type { FileFacts, FunctionFacts } from '../callgraph/facts.ts';
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

export const answersRequest = (file: FileFacts, facts: FunctionFacts): boolean => facts.id !== 0 && enclosing(file, facts).some((outer) => isRequestEntry(file, outer));
