/** Command id → what it does. Arguments come from anywhere and are checked by each. */
export type Handlers = Readonly<Record<string, (...args: unknown[]) => unknown>>;
