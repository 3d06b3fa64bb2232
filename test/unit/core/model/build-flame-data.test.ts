import assert from 'node:assert/strict';
import { buildFlameData } from '../../../../src/core/model/build-flame-data.ts';
import type { FlameData } from '../../../../src/core/model/flame-data.ts';
import { hideFunctions } from '../../../../src/core/model/hide-functions.ts';
import { packageOf } from '../../../../src/core/model/package-of.ts';
import { categories, type Profile } from '../../../../src/core/model/profile.ts';
import { locateProfile } from '../../../../src/core/sourcemap/locate-profile.ts';
import { encodeProfile, drawProfile, profileFromText, readSound } from '../../../helpers/profile-fixture.ts';

const recording = (profile: Profile, facts: { readonly label?: string; readonly partial?: boolean; readonly reason?: string } = {}) => ({
  located: locateProfile(profile, new Map(), 'posix'),
  summary: { label: 'main', pid: 1, threadId: 0, intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: 0, signal: null, ...facts },
});

const nameOf = ({ strings, functions }: FlameData, func: number): string => strings[functions.name[func]];
const textOf = ({ strings }: FlameData, column: Int32Array, func: number): string => strings[column[func]];
const rowNamed = (data: FlameData, name: string): number => Array.from({ length: data.functions.length }, (_, func) => nameOf(data, func)).indexOf(name);

describe('the columns of a viewer', () => {
  const drawn = `
    main   main                                            (idle)  (garbage collector)
    parse  get@/p/node_modules/@scope/x/get.js:3:5
  `;

  it('begin with the root and keep the meta frames with their categories', () => {
    const data = buildFlameData([recording(profileFromText(drawn))]);
    assert.equal(nameOf(data, 0), '(root)');
    assert.equal(data.strings[0], '');
    assert.equal(categories[data.functions.category[rowNamed(data, '(idle)')]], 'idle');
    assert.equal(categories[data.functions.category[rowNamed(data, '(garbage collector)')]], 'gc');
    assert.equal(categories[data.functions.category[rowNamed(data, 'main')]], 'own');
  });

  it('say where a function is, and in which package', () => {
    const data = buildFlameData([recording(profileFromText(drawn))]);
    const get = rowNamed(data, 'get');
    assert.equal(textOf(data, data.functions.file, get), '/p/node_modules/@scope/x/get.js');
    assert.equal(textOf(data, data.functions.package, get), '@scope/x');
    assert.deepEqual([data.functions.line[get], data.functions.column[get]], [3, 5]);
    assert.equal(textOf(data, data.functions.package, rowNamed(data, 'main')), '');
  });

  it('have one row for a function that two threads ran', () => {
    const { lanes } = buildFlameData([recording(profileFromText('main\nparse@file:///a.js:9')), recording(profileFromText('parse@file:///a.js:9'))]);
    assert.equal(lanes[0].nodes.func[2], lanes[1].nodes.func[1]);
  });

  it('share the columns of the profile', () => {
    const { located, summary } = recording(profileFromText(drawn));
    const [lane] = buildFlameData([{ located, summary }]).lanes;
    assert.equal(lane.nodes.self, located.profile.nodes.self);
    assert.equal(lane.nodes.parent, located.profile.nodes.parent);
    assert.equal(lane.samples.node, located.profile.samples.node);
    assert.equal(lane.ticks.line, located.tickLine);
  });

  it('place a lane by when it began, counted from the earliest', () => {
    const early = drawProfile('main');
    const late = { ...early, startTime: early.startTime + 700, endTime: early.endTime + 700 };
    const { lanes } = buildFlameData([recording(readSound(encodeProfile(late))), recording(readSound(encodeProfile(early)))]);
    assert.deepEqual(lanes.map(({ offset }) => offset), [700, 0]);
    assert.deepEqual(lanes.map(({ duration }) => duration), [1000, 1000]);
  });

  it('say when the first sample was taken: the time before has none', () => {
    const early = drawProfile('main', { firstDeltaUs: 300 });
    const late = { ...early, startTime: early.startTime + 700, endTime: early.endTime + 700 };
    const { lanes } = buildFlameData([recording(readSound(encodeProfile(early))), recording(readSound(encodeProfile(late)))]);
    assert.deepEqual(lanes.map(({ firstSample }) => firstSample), [300, 1000]);
    assert.deepEqual(lanes.map(({ offset, duration }) => offset + duration), [1300, 2000]);
  });

  it('say why a lane does not hold the whole run', () => {
    const { lanes } = buildFlameData([recording(profileFromText('main'), { partial: true, reason: 'killed' }), recording(profileFromText('main'))]);
    assert.deepEqual(lanes.map(({ partial }) => partial), ['killed', '']);
  });

  it('give the time of hidden frames to (program), not to a second root', () => {
    const profile = hideFunctions(profileFromText('main\nprobe@file:///probe.js'), (url) => url === 'file:///probe.js');
    const data = buildFlameData([recording(profile)]);
    assert.deepEqual(Array.from(data.lanes[0].nodes.func, (func) => nameOf(data, func)), ['(root)', 'main', '(program)']);
  });
});

describe('the package of a file', () => {
  const cases: readonly (readonly [file: string, name: string])[] = [
    ['/p/src/a.ts', ''],
    ['/p/node_modules/lodash/map.js', 'lodash'],
    ['/p/node_modules/@scope/x/lib/a.js', '@scope/x'],
    ['C:\\p\\node_modules\\@scope\\x\\a.js', '@scope/x'],
    ['/p/node_modules/a/node_modules/b/index.js', 'b'],
    ['/p/node_modules/.pnpm/x@1.0.0_y@2/node_modules/x/dist/a.js', 'x'],
    ['/p/node_modules/.pnpm/@s+x@1.0.0/node_modules/@s/x/a.js', '@s/x'],
    ['/p/node_modules/.vite/deps/react.js', ''],
    ['/p/node_modules/loose.js', ''],
    ['/p/my_node_modules/x/a.js', ''],
    ['/p/odd\nfolder/node_modules/x/a.js', 'x'],
    ['', ''],
  ];
  for (const [file, name] of cases) it(`of ${JSON.stringify(file)} is ${name || 'none'}`, () => assert.equal(packageOf(file), name));
});
