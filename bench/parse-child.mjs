// One measured process: node parse-child.mjs <bundle|-> <file>; prints { cpuMs, totalCpuMs, peakMb } as JSON.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const [bundle, file] = process.argv.slice(2);
const ours = bundle === '-' ? null : await import(bundle);
const before = process.cpuUsage();
const kept = ours === null ? JSON.parse(readFileSync(file, 'utf8')) : ours.findHotspots(...readInChunks(ours.createCpuProfileReader()));
const { user, system } = process.cpuUsage(before);
const total = process.cpuUsage();
if (kept === undefined) throw new Error('nothing read');
console.log(JSON.stringify({
  cpuMs: (user + system) / 1000,
  totalCpuMs: (total.user + total.system) / 1000,
  peakMb: process.resourceUsage().maxRSS / 1024,
}));

function readInChunks(reader) {
  const chunk = new Uint8Array(1 << 18);
  const descriptor = openSync(file, 'r');
  for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) reader.push(chunk.subarray(0, size));
  closeSync(descriptor);
  const read = reader.end();
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return [read.value];
}
