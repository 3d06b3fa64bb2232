// Types only: Node runs it as it is.
interface Work {
  readonly unit: (s: number) => number;
  readonly count: number;
}

function heavy<Value extends number>(s: Value | number): number { // share 60
  for (let i: number = 0; i < 20_000; i++) {
    s = Math.imul(s ^ i, 0x9e3779b1) ^ (s >>> 15); // hottest
  }
  return s;
}

function medium(s: number): number { // share 30
  for (let i: number = 0; i < 20_000; i++) {
    s = Math.imul(s ^ i, 0x9e3779b1) ^ (s >>> 15);
  }
  return s;
}

function light(s: number): number { // share 10
  for (let i: number = 0; i < 20_000; i++) {
    s = Math.imul(s ^ i, 0x9e3779b1) ^ (s >>> 15);
  }
  return s;
}

const scale = Number(process.argv[3] ?? 1);
const works: readonly Work[] = [{ unit: heavy, count: 6 }, { unit: medium, count: 3 }, { unit: light, count: 1 }];
let sum = 1;
for (let at = 0; at < 2000 * scale; at++)
  for (const { unit, count } of works) for (let time = 0; time < count; time++) sum = unit(sum);
console.log(sum);
