import { readFileSync } from 'node:fs';
import { locateProfile } from '../../src/core/sourcemap/locate-profile.ts';
import type { FlameData } from '../../src/core/model/flame-data.ts';
import type { EmbeddedProfile } from '../../src/protocol/embedded-profile.ts';
import type { ProfileFacts } from '../../src/protocol/profile-page.ts';
import { readSound } from '../helpers/profile-fixture.ts';
import { drawFlame, flameFrom } from '../unit/core/layout/flame-fixture.ts';

export const quietFacts: ProfileFacts = {
  title: 'import.ts', whole: 'CPU time', subtitle: '1.50 s CPU · 1,500 samples · Node 24.21', headline: '`parseRow` takes 81 % of the CPU time; line 15 takes 85 % of it.',
  headlineFunction: -1, problems: [], stale: '', partial: '', run: '',
};

/** What the host gives for some columns: places as the editor writes them. */
export function pageOf(data: FlameData, facts: Partial<ProfileFacts> = {}): EmbeddedProfile {
  const { file, line, length } = data.functions;
  const fileName = (func: number): string => data.strings[file[func]].replace(/^.*\/(?=[^/]+\/[^/]+$)/, '');
  const places = Array.from({ length }, (_, func) => (line[func] > 0 && file[func] > 0 ? `${fileName(func)}:${line[func]}` : ''));
  const openable = Uint8Array.from(places, (place, func) => (place !== '' && data.strings[file[func]].startsWith('/') ? 1 : 0));
  return { view: { kind: 'profile', revision: 7, facts: { ...quietFacts, ...facts }, selected: -1, changed: false }, columns: { revision: 7, data, places, openable } };
}

/** The profile that Node 24 recorded of `rows.mjs`. */
export const recordedPage = (facts: Partial<ProfileFacts> = {}): EmbeddedProfile =>
  pageOf(flameFrom([locateProfile(readSound(readFileSync('test/golden/recorded/rows-node24.cpuprofile')), new Map(), 'posix')]), facts);

export const drawnPage = (drawings: readonly string[], facts: Partial<ProfileFacts> = {}): EmbeddedProfile => pageOf(drawFlame(drawings, { url: 'file:///app/src/rows.js' }), facts);
export const rowNamed = ({ columns: { data } }: EmbeddedProfile, name: string): number => [...data.functions.name].findIndex((text) => data.strings[text] === name);

/** Stacks, one a millisecond, as the drawing of columns that `drawnPage` reads. */
export function drawStacks(stacks: readonly string[]): string {
  const columns = stacks.map((stack) => stack.split(' '));
  const depth = Math.max(...columns.map(({ length }) => length));
  const widths = columns.map((column) => Math.max(...column.map(({ length }) => length)) + 2);
  return Array.from({ length: depth }, (_, row) => columns.map((column, at) => (column[row] ?? '').padEnd(widths[at])).join('').trimEnd()).join('\n');
}
