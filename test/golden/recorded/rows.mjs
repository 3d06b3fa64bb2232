import { readFileSync } from 'node:fs';

function parseRow(row) {
  const cells = [];
  for (const part of row.split(',')) {
    if (!cells.includes(part)) cells.push(part);
  }
  return cells;
}

function readAll(count) {
  const row = Array.from({ length: 2000 }, (_, index) => index).join(',');
  let cells = 0;
  for (let at = 0; at < count; at++) cells += parseRow(row).length;
  return cells;
}

for (let at = 0; at < 2000; at++) readFileSync(import.meta.filename ?? 'rows.mjs');
readAll(40);
