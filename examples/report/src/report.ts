// Prints the revenue by month and country of a year's orders, and the dearest of them.
import { formatReport } from './format.ts';
import { groupOrders } from './groups.ts';
import { sampleExport } from './orders.ts';
import { distinctCells, parseExport } from './rows.ts';

const orders = parseExport(sampleExport(12_000));

console.log(formatReport(groupOrders(orders)));
console.log(`${orders.length} orders, ${distinctCells()} different cells`);
