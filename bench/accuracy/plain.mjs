// Units of the same work, shuffled: 60 to 30 to 10. Seeded by the first argument, scaled by the second.
const scale = Number(process.argv[3] ?? 1);

function heavy(s) { // share 60
  for (let i = 0; i < 20_000; i++) s = Math.imul(s ^ i, 0x9e3779b1) ^ (s >>> 15); // hottest
  return s;
}

function medium(s) { // share 30
  for (let i = 0; i < 20_000; i++) s = Math.imul(s ^ i, 0x9e3779b1) ^ (s >>> 15);
  return s;
}

function light(s) { // share 10
  for (let i = 0; i < 20_000; i++) s = Math.imul(s ^ i, 0x9e3779b1) ^ (s >>> 15);
  return s;
}

let random = Number(process.argv[2] ?? 1) * 2 + 1;
const schedule = [[heavy, 60], [medium, 30], [light, 10]].flatMap(([unit, count]) => Array(Math.round(count * 200 * scale)).fill(unit));
for (let at = schedule.length - 1; at > 0; at--) {
  random = Math.imul(random, 1103515245) + 12345;
  const other = (random >>> 1) % (at + 1);
  [schedule[at], schedule[other]] = [schedule[other], schedule[at]];
}
let sum = 1;
for (const unit of schedule) sum = unit(sum);
console.log(sum);
