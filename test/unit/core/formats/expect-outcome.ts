import assert from 'node:assert/strict';
import { parseProfiles } from '../../../../src/core/formats/detect.ts';
import type { Problem } from '../../../../src/core/model/problem.ts';
import type { Profile } from '../../../../src/core/model/profile.ts';
import { faultRow, withoutNumbers } from '../../../helpers/fault-rows.ts';

/** Where a problem is: exactly this byte, this field, or both. */
export type Place = Pick<Problem, 'byte' | 'field'>;

const encode = (input: string | Uint8Array): Uint8Array => (typeof input === 'string' ? new TextEncoder().encode(input) : input);

/** The input is refused with the message that docs/faults.md has for this test. */
export function expectRefused(test: string, input: string | Uint8Array, place: Place): void {
  const row = faultRow(test);
  const read = parseProfiles(encode(input));
  assert.ok(!read.ok, 'the input was read');
  assert.equal(row.outcome, 'refused');
  assertProblem(read.problem, row.message, place);
}

/** The input is read with exactly one problem that has the documented message; other problems are given as codes. */
export function expectRepaired(test: string, input: string | Uint8Array, place: Place, others: readonly string[] = []): Profile {
  const row = faultRow(test);
  const read = parseProfiles(encode(input));
  assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.problem));
  assert.equal(row.outcome, 'repaired');
  const [problem, ...rest] = read.problems;
  assert.ok(problem !== undefined, 'there is no problem');
  assertProblem(problem, row.message, place);
  assert.deepEqual(rest.map(({ code }) => code), others);
  assertSound(read.value[0].profile);
  return read.value[0].profile;
}

/** The input is read without any problem. */
export function expectData(test: string, input: string | Uint8Array): Profile {
  assert.equal(faultRow(test).outcome, 'data');
  const read = parseProfiles(encode(input));
  assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.problem));
  assert.deepEqual(read.problems, []);
  assertSound(read.value[0].profile);
  return read.value[0].profile;
}

/** What holds for each profile, whatever was read. */
export function assertSound({ nodes, functions, samples, ticks, startTime, endTime, strings }: Profile): void {
  const self = nodes.self.reduce((sum, self) => sum + self, 0);
  assert.ok(Math.abs(self - (endTime - startTime)) <= 1e-9 * Math.max(1, Math.abs(endTime)), `Σ self ${self} is not the duration ${endTime - startTime}`);
  assert.ok(nodes.self.every((self) => self >= 0) && samples.duration.every((duration) => duration >= 0), 'no time is negative');
  assert.equal(nodes.parent[0], -1);
  assert.ok(nodes.parent.every((parent, node) => parent < node), 'parents stand before their children');
  assert.ok(nodes.func.every((func) => func < functions.length) && samples.node.every((node) => node < nodes.length), 'rows exist');
  assert.ok([functions.name, functions.url, functions.scriptId].every((column) => column.every((text) => text < strings.length)), 'texts exist');
  assert.equal(ticks.start.length, nodes.length + 1);
  assert.equal(ticks.start[nodes.length], ticks.line.length);
  assert.equal(strings[0], '');
}

function assertProblem(problem: Problem, message: string, place: Place): void {
  assert.equal(withoutNumbers(problem.message), withoutNumbers(message));
  const { byte, field } = problem;
  assert.deepEqual({ ...('byte' in place ? { byte } : {}), field }, { field: undefined, ...place });
  assert.ok(byte !== undefined || field !== undefined, 'the place is named');
}
