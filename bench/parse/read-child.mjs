// One measured process: node read-child.mjs <bundle|-> <file>. Prints as JSON the CPU ms (all threads, from after Node's own
// start) until the profile is read and until its hot functions and lines are known, and the peak memory in MB.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const [bundle, file] = process.argv.slice(2);
const start = process.cpuUsage();
const cpuMs = () => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

let readMs;
let result;
if (bundle === '-') {
  result = JSON.parse(readFileSync(file, 'utf8'));
  readMs = cpuMs();
} else {
  const { createCpuProfileReader, findHotspots } = await import(bundle);
  const profile = readInChunks(createCpuProfileReader());
  readMs = cpuMs();
  result = findHotspots(profile);
}
const totalMs = cpuMs();
if (result === undefined) throw new Error('nothing read');
console.log(JSON.stringify({ readMs, totalMs, peakMb: process.resourceUsage().maxRSS / 1024 }));

function readInChunks(reader) {
  const chunk = new Uint8Array(1 << 18);
  const descriptor = openSync(file, 'r');
  for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) reader.push(chunk.subarray(0, size));
  closeSync(descriptor);
  const read = reader.end();
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}
