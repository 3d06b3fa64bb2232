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

// Shuffled, so that no rhythm of theirs meets the rhythm of the samples. Seeded by the first argument, scaled by the second.
const scale: number = Number(process.argv[3] ?? 1);
const works: readonly Work[] = [{ unit: heavy, count: 60 }, { unit: medium, count: 30 }, { unit: light, count: 10 }];
const schedule = works.flatMap(({ unit, count }) => Array<Work['unit']>(Math.round(count * 200 * scale)).fill(unit));
let random: number = Number(process.argv[2] ?? 1) * 2 + 1;
for (let at = schedule.length - 1; at > 0; at--) {
  random = Math.imul(random, 1103515245) + 12345;
  const other = (random >>> 1) % (at + 1);
  [schedule[at], schedule[other]] = [schedule[other], schedule[at]];
}
let sum = 1;
for (const unit of schedule) sum = unit(sum);
console.log(sum);
