// One measured process: node open-child.mjs <ours|json|devtools> <bundle> <file>. Prints as JSON, when it ends, the CPU ms of all
// threads and the peak memory in MB.
import { readFileSync, writeSync } from 'node:fs';
import { readInChunks } from '../files/read-in-chunks.mjs';

const [way, bundle, file] = process.argv.slice(2);
const ways = { ours: openOurs, json: () => JSON.parse(readFileSync(file, 'utf8')), devtools: openDevTools };
const result = await ways[way]();
if (result === undefined) throw new Error('nothing read');
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(1, JSON.stringify({ cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 }));
});

async function openOurs() {
  const { createCpuProfileReader, openViews } = await import(bundle);
  return openViews(readInChunks(file, createCpuProfileReader()));
}

/** The model and one walk over its frames in the order of time, which its flame chart needs; its left-heavy view is not counted. */
async function openDevTools() {
  const { CPUProfileDataModel } = await import(bundle);
  const model = new CPUProfileDataModel(JSON.parse(readFileSync(file, 'utf8')));
  let frames = 0;
  model.forEachFrame(() => { frames++; }, () => {});
  return frames;
}
