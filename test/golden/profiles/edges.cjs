'use strict';
// Works on the edges between JavaScript and C++, where V8 now and then can't read the stack.
const { createHash } = require('node:crypto');
const { gzipSync } = require('node:zlib');

const hash = (text) => createHash('sha1').update(text).digest('hex').length;
const sort = (rows) => rows.map(({ name }) => name).sort((a, b) => a.localeCompare(b)).join(' ');
const replace = (text) => text.replace(/[a-c]+(\d)/g, (all, digit) => digit + all);
const pack = (text) => gzipSync(text, { level: 1 }).length;
const copy = (rows) => JSON.parse(JSON.stringify(rows)).length;

function main() {
  const rows = Array.from({ length: 200 }, (_, at) => ({ name: `abc${(at * 7919) % 200}` }));
  const end = Date.now() + 60;
  let done = 0;
  while (Date.now() < end) {
    const text = sort(rows);
    done += pack(replace(text)) + hash(text) + copy(rows);
  }
  return done;
}

main();
