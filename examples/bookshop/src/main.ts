// The whole scene in one go: opens the shop, lets the visitors in, closes when they have left.
import { openBookshop } from './bookshop.ts';
import { runLoad } from './processes.ts';

const shop = await openBookshop(0);
await runLoad(shop.url);
await shop.close();
