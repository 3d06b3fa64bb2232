import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { writeCollapsed } from '../../src/core/formats/collapsed/write-collapsed.ts';
import { parseProfiles } from '../../src/core/formats/detect.ts';
import { writePprof } from '../../src/core/formats/pprof/write-pprof.ts';
import { writeSpeedscope } from '../../src/core/formats/speedscope/write-speedscope.ts';
import { flameOf } from '../helpers/flame-fixture.ts';
import { drawProfile, encodeProfile } from '../helpers/profile-fixture.ts';

const golden = join(import.meta.dirname, '..', 'golden', 'formats');
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A drawn profile in each format, the recorded samples, and the kinds of events that those lack. */
export function collectSeeds(): Uint8Array[] {
  const drawn = encodeProfile(drawProfile('main  main       main   (idle)\nparse+3  write+9\nrow'));
  const data = flameOf(parseProfiles(drawn));
  const recorded = readdirSync(golden).filter((name) => name.startsWith('program.') && !name.endsWith('.cjs')).map((name) => readFileSync(join(golden, name)));
  return [
    drawn,
    encode([...writeSpeedscope(data, 'a')].join('')),
    encode([...writeCollapsed(data)].join('')),
    writePprof(data),
    encode('{"shared":{"frames":[{"name":"a","file":"/a.js","line":1,"col":2}]},"profiles":[{"type":"sampled","unit":"seconds","name":"x","startValue":0,"endValue":4,"samples":[[0,0],[]],"weights":[3,1]}]}'),
    encode('[{"pid":1,"tid":1,"ph":"B","name":"a","ts":1},{"pid":1,"tid":2,"ph":"X","name":"b","ts":2,"dur":5},{"pid":1,"tid":1,"ph":"E","ts":9}]'),
    encode('{"head":{"callFrame":{"functionName":"a","scriptId":"1","url":"/a.js","lineNumber":1,"columnNumber":2},"selfSize":4,"id":1,"children":[{"callFrame":{},"selfSize":2,"id":2}]},"samples":[{"size":2,"nodeId":2}]}'),
    ...recorded.map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes)),
  ];
}
