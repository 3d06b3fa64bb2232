/** What a rule's finding means, for hovers and the tree; one line each. The rule's page says it at length. */
export interface RuleWords {
  /** The group's name in the tree. */
  readonly title: string;
  readonly why: string;
  /** What the change may break. */
  readonly risk: string;
  /** What it costs instead. */
  readonly tradeOff: string;
}

const words: Readonly<Record<string, RuleWords>> = {
  'ignore-comment': {
    title: 'Comment that silences nothing',
    why: 'It will silence the next finding of its line, which nobody has looked at.',
    risk: 'A branch or setting in which the finding is still there shows it again.',
    tradeOff: 'None.',
  },
  'n-plus-one': {
    title: 'Query per element (N+1)',
    why: 'Each element waits for a round trip of its own: the time grows with the data, and each one holds a connection.',
    risk: 'Rows come in another order and missing ones are left out: look them up by key.',
    tradeOff: 'All rows are in memory at once; ask in chunks of about 1,000 keys for long lists.',
  },
  'n-plus-one-resolver': {
    title: 'Query per parent in a resolver (N+1)',
    why: 'GraphQL runs the resolver once per parent in the answer: a list of 100 asks 100 times.',
    risk: 'A loader that outlives its request shows one user what another one was shown: make it anew for each.',
    tradeOff: 'Keys wait for the end of the tick before they are asked for together.',
  },
  'sync-blocking': {
    title: 'Blocking call',
    why: 'Nothing else is answered until the call has returned, however short it is for its own request.',
    risk: 'Other code runs while it waits: what it read before may have changed after.',
    tradeOff: 'A single call takes a little longer; all others no longer wait for it.',
  },
  'await-in-loop': {
    title: 'Waiting in turn',
    why: 'Each turn waits for the one before although it does not need its result.',
    risk: 'The calls run at the same time: order, and a stop at the first failure, are lost.',
    tradeOff: 'More connections and memory at once: keep the number of calls at a time bounded.',
  },
  'unbounded-concurrency': {
    title: 'Everything at once',
    why: 'A long list starts as many calls as it has elements: sockets, connections and memory run out.',
    risk: 'With a limit the calls end in another order than they began.',
    tradeOff: 'A small limit takes longer than all at once while the list is short.',
  },
  'connection-per-request': {
    title: 'Connection per request',
    why: 'Opening a connection takes several round trips, and the server allows only so many.',
    risk: 'A shared connection keeps its state: transactions and settings must not leak from one request into the next.',
    tradeOff: 'A pool holds connections open while nothing is asked.',
  },
  'quadratic-loop': {
    title: 'Search inside a loop (quadratic)',
    why: 'Each turn looks through the whole list: ten times the data takes a hundred times as long.',
    risk: 'A Set or Map compares as `includes` does, by value for texts and numbers and by identity for objects.',
    tradeOff: 'The Set takes memory and a pass over the list; for a handful of elements it gains nothing.',
  },
  'slow-regexp': {
    title: 'Slow regular expression',
    why: 'A text made for it keeps the expression busy for seconds, and nothing else is answered meanwhile.',
    risk: 'A rewritten expression may match other texts: test it with those it must accept.',
    tradeOff: 'The safer expression is often longer to read.',
  },
  'unbounded-query': {
    title: 'Query without a limit',
    why: 'The answer grows with the table: memory and time grow with it.',
    risk: 'Callers that expect all rows must ask for the next page.',
    tradeOff: 'Several round trips where one sufficed while the table was small.',
  },
  'listener-leak': {
    title: 'Listener that stays',
    why: 'Each call adds a listener that is never removed: memory grows, and each event runs them all.',
    risk: 'A listener removed too early misses events.',
    tradeOff: 'Somebody has to own the listener and end it.',
  },
  'unbounded-cache': {
    title: 'Cache that only grows',
    why: 'Nothing ever leaves it: the process grows until it is ended.',
    risk: 'What was dropped is computed again.',
    tradeOff: 'A limit needs a choice of what to drop.',
  },
  'missing-index': {
    title: 'No index for this query',
    why: 'Without an index the database reads the whole table for each query.',
    risk: 'Building it locks a large table unless it is built concurrently.',
    tradeOff: 'Each write keeps the index up as well.',
  },
  'eager-import': {
    title: 'Heavy import at start-up',
    why: 'The module is loaded at every start, but used only on a rare path.',
    risk: 'The first use waits for the load, and a broken module fails there.',
    tradeOff: 'The import becomes asynchronous.',
  },
};

/** A rule that has no words yet is named by its id and says nothing more. */
export const wordsOf = (rule: string): RuleWords =>
  Object.hasOwn(words, rule) ? words[rule] : { title: rule, why: '', risk: '', tradeOff: '' };
