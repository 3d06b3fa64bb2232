// Prints the revenue by month and country of an export of orders.
// node src/report.ts [orders.csv]; without a file it takes a made-up export of one year.
import { readFileSync } from 'node:fs';
import { formatReport } from './format.ts';
import { groupOrders } from './groups.ts';
import { sampleExport } from './orders.ts';
import { distinctCells, parseExport } from './rows.ts';

const [path] = process.argv.slice(2);
const text = path === undefined ? sampleExport(12_000) : readFileSync(path, 'utf8');
const orders = parseExport(text);

console.log(formatReport(groupOrders(orders)));
console.log(`${orders.length} orders, ${distinctCells()} different cells`);
