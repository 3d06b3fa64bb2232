import { setFlagsFromString } from 'node:v8';

// In V8's middle tier a round costs a fifth more, and functions stay in it for different times: README.md.
setFlagsFromString('--no-maglev');
// V8 inlines `mix` into `outer`; of four rounds, three are its own.
const round = 0x9e3779b1;

function mix(s, i) { // share 75
  s = Math.imul(s ^ i, round) ^ (s >>> 15); s = Math.imul(s ^ i, round) ^ (s >>> 15); return Math.imul(s ^ i, round) ^ (s >>> 15); // hottest
}

function outer(s) { // share 25
  for (let i = 0; i < 20_000; i++) s = Math.imul(mix(s, i) ^ i, round) ^ (s >>> 15);
  return s;
}

const scale = Number(process.argv[3] ?? 1);
let sum = 1;
for (let at = 0; at < 6000 * scale; at++) sum = outer(sum);
console.log(sum);
