import { add, countRows, findRow, firstAt, samplesAt, secondAt, usAt } from './pairs';

/**
 * Splits each node's self time over its ticks into `lines`, (function, line); a node without ticks adds to `usLeft` and `samplesLeft`
 * of its function (f64).
 * @param rows row of the function by node (i32), -1 for a meta frame
 * @param files, functionLines of the functions (i32); without a file there is no line, a tick without one has the function's
 */
export function sumTicks(length: i32, rows: i32, samples: i32, self: i32, tickStart: i32, tickLine: i32, tickCount: i32, files: i32, functionLines: i32, usLeft: i32, samplesLeft: i32, lines: i32): void {
  for (let node = 0; node < length; node++) {
    const start = load<i32>(tickStart + (node << 2));
    const end = load<i32>(tickStart + (node << 2), 4);
    const count = load<i32>(samples + (node << 2));
    if (count == 0 && start == end) continue;
    const row = load<i32>(rows + (node << 2));
    if (row < 0 || load<i32>(files + (row << 2)) == 0) continue;
    let all: f64 = 0;
    for (let tick = start; tick < end; tick++) all += load<i32>(tickCount + (tick << 2));
    const time = load<f64>(self + (node << 3));
    if (all == 0) {
      store<f64>(usLeft + (row << 3), load<f64>(usLeft + (row << 3)) + time);
      store<f64>(samplesLeft + (row << 3), load<f64>(samplesLeft + (row << 3)) + count);
      continue;
    }
    for (let tick = start; tick < end; tick++) {
      const ticks: f64 = load<i32>(tickCount + (tick << 2));
      const line = load<i32>(tickLine + (tick << 2));
      addLine(lines, row, line != 0 ? line : load<i32>(functionLines + (row << 2)), (time * ticks) / all, ticks);
    }
  }
}

/** What had no ticks goes to the line its function begins on. */
export function sumRest(functions: i32, functionLines: i32, usLeft: i32, samplesLeft: i32, lines: i32): void {
  for (let row = 0; row < functions; row++) {
    const count = load<f64>(samplesLeft + (row << 3));
    if (count > 0) addLine(lines, row, load<i32>(functionLines + (row << 2)), load<f64>(usLeft + (row << 3)), count);
  }
}

/** From (function, line) to (file, line). */
export function sumFiles(lines: i32, files: i32, fileLines: i32): void {
  for (let row = 0; row < countRows(lines); row++) {
    const file = load<i32>(files + (load<i32>(firstAt(lines) + (row << 2)) << 2));
    const line = load<i32>(secondAt(lines) + (row << 2));
    add(fileLines, findRow(fileLines, file, line), load<f64>(usAt(lines) + (row << 3)), load<f64>(samplesAt(lines) + (row << 3)));
  }
}

function addLine(lines: i32, row: i32, line: i32, us: f64, samples: f64): void {
  if (line != 0) add(lines, findRow(lines, row, line), us, samples);
}
