import assert from 'node:assert/strict';
import type { Profile } from '../../../../src/core/model/profile.ts';

/** What holds for each profile of any unit, whatever was read. */
export function assertConsistent({ nodes, functions, samples, ticks, startTime, endTime, strings, unit }: Profile): void {
  const self = nodes.self.reduce((sum, value) => sum + value, 0);
  const near = (value: number): boolean => Math.abs(self - value) <= 1e-9 * Math.max(1, Math.abs(self), Math.abs(endTime));
  if (unit === 'microseconds') assert.ok(near(endTime - startTime), `Σ self ${self} is not the duration ${endTime - startTime}`);
  if (samples.length > 0) assert.ok(samples.duration.every((duration) => duration >= 0), 'a duration is negative');
  assert.ok(nodes.self.every((value) => value >= 0 && value < Infinity), 'a self value is negative or endless');
  assert.equal(nodes.parent[0], -1);
  assert.ok(nodes.parent.every((parent, node) => parent < node), 'parents stand before their children');
  assert.ok(nodes.func.every((func) => func >= 0 && func < functions.length), 'a function does not exist');
  assert.ok(samples.node.every((node) => node < nodes.length), 'a node does not exist');
  assert.ok([functions.name, functions.url, functions.scriptId].every((column) => column.every((text) => text >= 0 && text < strings.length)), 'a text does not exist');
  assert.deepEqual([ticks.start.length, ticks.start[nodes.length], nodes.self.length, nodes.samples.length], [nodes.length + 1, ticks.line.length, nodes.length, nodes.length]);
  assert.equal(strings[0], '');
}
