// Visitors: asks the running API for its pages and prints how long they took.
// node src/load.ts [url]; ends after `requests` answers or `limitMs`, whichever comes first.
import { Agent, get } from 'node:http';

const requests = 360;
const visitors = 6;
const limitMs = 20_000;
const [base = 'http://127.0.0.1:3000'] = process.argv.slice(2);

const pages = [
  (visit: number) => `/orders?customer=${1 + (visit % 100)}`,
  () => '/bestsellers',
  (visit: number) => `/shipping?country=SE&grams=${250 * (1 + (visit % 60))}`,
];

const agent = new Agent({ keepAlive: true, maxSockets: visitors });
const times = new Map<string, number[]>();

/** Fetches one page; resolves with its status once the body has been read. */
const fetchPage = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(new URL(path, base), { agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0)).once('error', reject);
    }).once('error', reject);
  });

let visits = 0;
const deadline = performance.now() + limitMs;

async function visit(): Promise<void> {
  while (visits < requests && performance.now() < deadline) {
    const turn = visits++;
    const path = pages[turn % pages.length]?.(Math.floor(turn / pages.length)) ?? '/';
    const start = performance.now();
    const status = await fetchPage(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    const route = path.replace(/\?.*/, '');
    times.set(route, [...(times.get(route) ?? []), performance.now() - start]);
  }
}

const quantile = (sorted: readonly number[], share: number): string => `${(sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1).padStart(8)} ms`;

try {
  await Promise.all(Array.from({ length: visitors }, visit));
  console.log('page             requests     median         95 %');
  for (const [route, unsorted] of [...times].sort()) {
    const sorted = unsorted.toSorted((a, b) => a - b);
    console.log(`${route.padEnd(14)} ${String(sorted.length).padStart(10)} ${quantile(sorted, 0.5)}  ${quantile(sorted, 0.95)}`);
  }
} catch (error) {
  console.error(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED' ? `${base} is closed; start it with npm start` : error);
  process.exitCode = 1;
} finally {
  agent.destroy();
}
