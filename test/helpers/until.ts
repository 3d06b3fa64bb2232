type Found<Value> = Exclude<Value, false | '' | 0 | null | undefined>;

const isFound = <Value>(value: Value): value is Found<Value> => Boolean(value);

/**
 * Waits until `look` gives something true, looking every 50 ms.
 * @param what for the message when `deadlineMs` has passed
 */
export async function until<Value>(what: string, look: () => Value | Promise<Value>, deadlineMs = 20_000): Promise<Found<Value>> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const value = await look();
    if (isFound(value)) return value;
    if (performance.now() > end) throw new Error(`${what}: not within ${deadlineMs / 1000} s`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
