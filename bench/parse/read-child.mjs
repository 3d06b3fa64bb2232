// One measured process: node read-child.mjs <bundle|-> <file>. Prints as JSON, when it ends, the CPU ms of all threads: of the
// whole process, of Node's own start in it, and until the profile is read; and the peak memory in MB.
import { readFileSync, writeSync } from 'node:fs';
import { readInChunks } from '../files/read-in-chunks.mjs';

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
  const profile = readInChunks(file, createCpuProfileReader());
  readMs = cpuMs();
  result = findHotspots(profile);
}
if (result === undefined) throw new Error('nothing read');
process.on('exit', () => {
  writeSync(1, JSON.stringify({ startMs, readMs, wholeMs: cpuMs(), peakMb: process.resourceUsage().maxRSS / 1024 }));
});
