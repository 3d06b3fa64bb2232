'use strict';
// Recorded by record.mjs: own code with recursion, native code, and rows that stay alive.
function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

const kept = [];

class Row {
  constructor(index) {
    this.cells = new Array(24).fill(index);
  }
}

function makeRows(count) {
  for (let index = 0; index < count; index++) kept.push(new Row(index));
}

const writeRows = () => JSON.stringify(kept).length;

module.exports = () => {
  fibonacci(25);
  makeRows(6000);
  writeRows();
};
if (require.main === module) module.exports();
