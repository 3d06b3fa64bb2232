// Reads many broken files of every format: npm run fuzz [-- --inputs 120000 --seed 1 --seconds 290]. Findings are written to a folder.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from '../test/fuzz/fuzz.ts';

const { values } = parseArgs({ options: { inputs: { type: 'string', default: '120000' }, seed: { type: 'string', default: '1' }, seconds: { type: 'string', default: '290' } } });
const start = performance.now();
let told = 0;
const { inputs, kept, blocks, findings } = fuzz({
  inputs: Number(values.inputs),
  seed: Number(values.seed),
  deadlineMs: Number(values.seconds) * 1000,
  guided: true,
  onProgress(done, keptSoFar, blocksSoFar) {
    if (done - told < 10_000) return;
    told = done;
    console.log(`${done} inputs, ${keptSoFar} kept, ${blocksSoFar} blocks reached`);
  },
});
const seconds = (performance.now() - start) / 1000;
console.log(`${inputs} inputs in ${seconds.toFixed(0)} s, ${kept} kept, ${blocks} blocks reached, ${findings.length} findings`);
if (findings.length > 0) {
  const folder = mkdtempSync(join(tmpdir(), 'flameline-fuzz-'));
  findings.forEach(({ input, fault }, index) => {
    writeFileSync(join(folder, `${index}.bin`), input);
    console.log(`${join(folder, `${index}.bin`)}: ${fault}`);
  });
  process.exitCode = 1;
}
