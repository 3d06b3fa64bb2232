// An enum needs a compiler or a loader, and its code moves every line below it.
interface Work {
  readonly unit: (s: number) => number;
  readonly count: number;
}

enum Round {
  Shift = 15,
  Factor = 0x9e3779b1,
  Length = 20_000,
}

function heavy(s: number): number { // share 60
  for (let i: number = 0; i < Round.Length; i++) {
    s = Math.imul(s ^ i, Round.Factor) ^ (s >>> Round.Shift); // hottest
  }
  return s;
}

function medium(s: number): number { // share 30
  for (let i: number = 0; i < Round.Length; i++) {
    s = Math.imul(s ^ i, Round.Factor) ^ (s >>> Round.Shift);
  }
  return s;
}

function light(s: number): number { // share 10
  for (let i: number = 0; i < Round.Length; i++) {
    s = Math.imul(s ^ i, Round.Factor) ^ (s >>> Round.Shift);
  }
  return s;
}

const scale = Number(process.argv[3] ?? 1);
const works: readonly Work[] = [{ unit: heavy, count: 6 }, { unit: medium, count: 3 }, { unit: light, count: 1 }];
let sum = 1;
for (let at = 0; at < 2000 * scale; at++)
  for (const { unit, count } of works) for (let time = 0; time < count; time++) sum = unit(sum);
console.log(sum);
