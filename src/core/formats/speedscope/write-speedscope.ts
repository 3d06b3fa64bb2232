import type { FlameData, FlameLane } from '../../model/flame-data.ts';
import { categories } from '../../model/profile.ts';
import { visitStacks } from '../visit-stacks.ts';

const idle = categories.indexOf('idle');
const units = { microseconds: 'microseconds', bytes: 'bytes', count: 'none' } as const;
/** Events given out as one text. */
const batch = 4096;

/** A speedscope file, in texts of moderate length: the whole may be longer than a text can be. Idle time is a gap, as speedscope itself has it. */
export function* writeSpeedscope(data: FlameData, name: string): Generator<string> {
  yield `{"$schema":"https://www.speedscope.app/file-format-schema.json","exporter":"flameline","name":${JSON.stringify(name)},"activeProfileIndex":0,"shared":{"frames":[`;
  yield* writeFrames(data);
  yield ']},"profiles":[';
  for (const [index, lane] of data.lanes.entries()) {
    const { label, duration } = lane;
    yield `${index === 0 ? '' : ','}{"type":"evented","name":${JSON.stringify(label)},"unit":"${units[data.unit]}","startValue":${lane.offset},"endValue":${lane.offset + duration},"events":[`;
    yield* writeEvents(data, lane);
    yield ']}';
  }
  yield ']}\n';
}

function* writeFrames({ functions: { length, name, file, line, column }, strings }: FlameData): Generator<string> {
  for (let row = 0; row < length; row++) {
    const place = file[row] === 0 ? {} : { file: strings[file[row]], ...(line[row] > 0 && { line: line[row] }), ...(column[row] > 0 && { col: column[row] }) };
    yield `${row === 0 ? '' : ','}${JSON.stringify({ name: strings[name[row]] || '(anonymous)', ...place })}`;
  }
}

function* writeEvents({ functions }: FlameData, lane: FlameLane): Generator<string> {
  const { func } = lane.nodes;
  let events: string[] = [];
  let separator = '';
  const add = (type: 'O' | 'C', node: number, at: number): void => {
    events.push(`${separator}{"type":"${type}","frame":${func[node]},"at":${lane.offset + at}}`);
    separator = ',';
  };
  const stacks = visitStacks(lane, (node) => functions.category[func[node]] === idle, {
    open: (node, at) => add('O', node, at),
    close: (node, at) => add('C', node, at),
  });
  for (let stack = stacks.next(); !stack.done; stack = stacks.next()) {
    if (events.length < batch) continue;
    yield events.join('');
    events = [];
  }
  yield events.join('');
}
