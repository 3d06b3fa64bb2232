import { place } from './room';

// A table gives each distinct pair of numbers a row, in the order of first sight, and sums by row. It is eight numbers in
// memory: how many rows, for how many there is room, and where its columns and its slots lie.
const countField: i32 = 0;
const roomField: i32 = 4;
const firstField: i32 = 8;
const secondField: i32 = 12;
const usField: i32 = 16;
const samplesField: i32 = 20;
/** Open addressing, at most half full: row + 1, 0 = free. */
const slotsField: i32 = 24;

export function createTable(): i32 {
  const table = place(32);
  resize(table, 1024);
  return table;
}

/** @param field countField and so on */
@inline
function get(table: i32, field: i32): i32 {
  return load<i32>(table + field);
}

export function countRows(table: i32): i32 {
  return get(table, countField);
}

export function firstAt(table: i32): i32 {
  return get(table, firstField);
}

export function secondAt(table: i32): i32 {
  return get(table, secondField);
}

export function usAt(table: i32): i32 {
  return get(table, usField);
}

export function samplesAt(table: i32): i32 {
  return get(table, samplesField);
}

export function findRow(table: i32, first: i32, second: i32): i32 {
  const firsts = get(table, firstField);
  const seconds = get(table, secondField);
  const slots = get(table, slotsField);
  const mask = get(table, roomField) * 2 - 1;
  let slot = hash(first, second) & mask;
  for (let row = load<i32>(slots + (slot << 2)); row > 0; row = load<i32>(slots + (slot << 2))) {
    const at = (row - 1) << 2;
    if (load<i32>(firsts + at) == first && load<i32>(seconds + at) == second) return row - 1;
    slot = (slot + 1) & mask;
  }
  const row = get(table, countField);
  if (row == get(table, roomField)) {
    resize(table, row * 2);
    return findRow(table, first, second);
  }
  store<i32>(table, row + 1, countField);
  store<i32>(firsts + (row << 2), first);
  store<i32>(seconds + (row << 2), second);
  store<i32>(slots + (slot << 2), row + 1);
  return row;
}

export function add(table: i32, row: i32, us: f64, samples: f64): void {
  const usCell = get(table, usField) + (row << 3);
  const samplesCell = get(table, samplesField) + (row << 3);
  store<f64>(usCell, load<f64>(usCell) + us);
  store<f64>(samplesCell, load<f64>(samplesCell) + samples);
}

function resize(table: i32, most: i32): void {
  const count = get(table, countField);
  moveColumn(table, firstField, count << 2, most << 2);
  moveColumn(table, secondField, count << 2, most << 2);
  moveColumn(table, usField, count << 3, most << 3);
  moveColumn(table, samplesField, count << 3, most << 3);
  const slots = place(most * 8);
  const mask = most * 2 - 1;
  store<i32>(table, slots, slotsField);
  store<i32>(table, most, roomField);
  for (let row = 0; row < count; row++) {
    let slot = hash(load<i32>(get(table, firstField) + (row << 2)), load<i32>(get(table, secondField) + (row << 2))) & mask;
    while (load<i32>(slots + (slot << 2)) != 0) slot = (slot + 1) & mask;
    store<i32>(slots + (slot << 2), row + 1);
  }
}

function moveColumn(table: i32, field: i32, bytes: i32, room: i32): void {
  const moved = place(room);
  if (bytes > 0) memory.copy(moved, get(table, field), bytes);
  store<i32>(table + field, moved);
}

/** Mixes both numbers so that neighbouring pairs land far apart. */
function hash(first: i32, second: i32): i32 {
  const mixed: u32 = (<u32>first * 0x9e3779b1) ^ (<u32>second * 0x85ebca6b);
  return ((mixed ^ (mixed >> 15)) * 0x846ca68b) >> 8;
}
