import { isRecord } from './guards.ts';

/** One end of a wire: a thread's port, a page's `postMessage`. */
export interface Port {
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  listen(receive: (message: unknown) => void): void;
}

/** Parameters or an answer whose buffers the other end takes over: they are empty here from then on. */
export class Handover<Value> {
  readonly value: Value;
  readonly buffers: readonly ArrayBuffer[];
  constructor(value: Value, buffers: readonly ArrayBuffer[]) {
    this.value = value;
    this.buffers = buffers;
  }
}

/** What this end answers, by word. A handler that throws answers with a failure; its parameters are unchecked. */
export type Handlers = ReadonlyMap<string, (params: unknown) => unknown>;

export type FailureKind = 'failed' | 'unknown-method' | 'bad-answer' | 'disposed';

/** Why a request was not answered. */
export class RequestFailure extends Error {
  readonly kind: FailureKind;
  constructor(kind: FailureKind, message: string) {
    super(message);
    this.name = 'RequestFailure';
    this.kind = kind;
  }
}

export interface Peer {
  /** Rejects with a `RequestFailure`; `accepts` guards the answer. */
  request<Answer>(method: string, params: unknown, accepts: (answer: unknown) => answer is Answer): Promise<Answer>;
  /** Rejects what is pending, for the other end was taken away and may come back; what is asked later is sent again. */
  abandon(reason: string): void;
  /** Rejects what is pending and whatever is asked later; messages are ignored from now on. */
  dispose(reason: string): void;
}

interface Pending {
  readonly settle: (answer: unknown) => void;
  readonly fail: (failure: RequestFailure) => void;
}

type Message =
  | { readonly kind: 'request'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: FailureKind; readonly message: string };

/** Both ends call this: requests by word, answered once, in any order. */
export function connect(port: Port, local: Handlers): Peer {
  const pending = new Map<number, Pending>();
  let disposed: string | null = null;
  let lastId = 0;

  port.listen((message) => {
    if (disposed !== null || !isMessage(message)) return;
    if (message.kind === 'request') {
      void answer(port, local, message.id, message.method, message.params);
      return;
    }
    const request = pending.get(message.id);
    pending.delete(message.id);
    if (message.kind === 'answer') request?.settle(message.answer);
    else request?.fail(new RequestFailure(message.failure, message.message));
  });

  const reject = (reason: string): void => {
    for (const { fail } of pending.values()) fail(new RequestFailure('disposed', reason));
    pending.clear();
  };

  return {
    request: (method, params, accepts) =>
      new Promise((resolve, refuse) => {
        if (disposed !== null) return refuse(new RequestFailure('disposed', disposed));
        const settle = (value: unknown): void =>
          accepts(value) ? resolve(value) : refuse(new RequestFailure('bad-answer', `The answer to ${method} has the wrong shape.`));
        pending.set(++lastId, { settle, fail: refuse });
        const { value, buffers } = unpack(params);
        port.post({ kind: 'request', id: lastId, method, params: value }, buffers);
      }),
    abandon: reject,
    dispose(reason) {
      disposed ??= reason;
      reject(reason);
    },
  };
}

async function answer(port: Port, local: Handlers, id: number, method: string, params: unknown): Promise<void> {
  const handler = local.get(method);
  if (!handler) return port.post({ kind: 'failure', id, failure: 'unknown-method', message: `Unknown method: ${method}` });
  try {
    const { value, buffers } = unpack(await handler(params));
    port.post({ kind: 'answer', id, answer: value }, buffers);
  } catch (error) {
    port.post({ kind: 'failure', id, failure: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

const unpack = (value: unknown): Handover<unknown> => (value instanceof Handover ? value : new Handover(value, []));

const failureKinds: readonly unknown[] = ['failed', 'unknown-method', 'bad-answer', 'disposed'] satisfies FailureKind[];

function isMessage(value: unknown): value is Message {
  if (!isRecord(value) || typeof value.id !== 'number') return false;
  if (value.kind === 'request') return typeof value.method === 'string';
  return value.kind === 'answer' || (value.kind === 'failure' && failureKinds.includes(value.failure) && typeof value.message === 'string');
}
