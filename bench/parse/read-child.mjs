// One measured process: node read-child.mjs <bundle|-> <file>. Prints as JSON, when it ends, the CPU ms of all threads: of the
// whole process, of Node's own start in it, and until the profile is read; and the peak memory in MB.
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const startMs = cpuMs();
const [bundle, file] = process.argv.slice(2);

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
if (result === undefined) throw new Error('nothing read');
process.on('exit', () => {
  writeSync(1, JSON.stringify({ startMs, readMs, wholeMs: cpuMs(), peakMb: process.resourceUsage().maxRSS / 1024 }));
});

function readInChunks(reader) {
  const chunk = new Uint8Array(1 << 18);
  const descriptor = openSync(file, 'r');
  for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) reader.push(chunk.subarray(0, size));
  closeSync(descriptor);
  const read = reader.end();
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}
