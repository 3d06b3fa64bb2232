'use strict';
// Recorded by record.mjs: own code with recursion, Node's code, native code, garbage and waiting.
const { createHash } = require('node:crypto');

function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

const makeRows = (count) => Array.from({ length: count }, (_, index) => ({ index, text: `row ${index}`.repeat(8) }));

function hashRows(rows) {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}

class Sorter {
  sort(rows) {
    return rows.sort((a, b) => (a.text < b.text ? 1 : -1));
  }
}

fibonacci(27);
hashRows(new Sorter().sort(makeRows(9000)));
setTimeout(() => fibonacci(26), 20);
