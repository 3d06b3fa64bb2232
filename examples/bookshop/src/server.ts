// The API until Ctrl-C. PORT chooses another port than 3000.
import { openBookshop } from './bookshop.ts';

const shop = await openBookshop(Number(process.env['PORT'] ?? 3000));
console.log(`${shop.url} is open; Ctrl-C closes it`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shop.close());
