import { setFlagsFromString } from 'node:v8';

// In V8's middle tier a round costs a fifth more, and functions stay in it for different times: README.md.
setFlagsFromString('--no-maglev');
// `descend` works once on each of seven levels, `flat` three times.
function descend(s, depth) { // share 70
  for (let i = 0; i < 20_000; i++) s = Math.imul(s ^ i, 0x9e3779b1) ^ (s >>> 15); // hottest
  return depth === 0 ? s : descend(s, depth - 1);
}

function flat(s) { // share 30
  for (let i = 0; i < 60_000; i++) s = Math.imul(s ^ i, 0x9e3779b1) ^ (s >>> 15);
  return s;
}

const scale = Number(process.argv[3] ?? 1);
let sum = 1;
for (let at = 0; at < 2000 * scale; at++) sum = flat(descend(sum, 6));
console.log(sum);
