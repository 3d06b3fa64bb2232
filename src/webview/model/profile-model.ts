import { categories } from '../../core/model/profile.ts';
import type { Category, ProfileUnit } from '../../core/model/profile.ts';
import { mappings } from '../../core/model/located.ts';
import type { Mapping } from '../../core/model/analysis.ts';
import type { FlameData } from '../../core/model/flame-data.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import type { ComparedColumns, ProfileColumns } from '../../protocol/profile-page.ts';

export interface LaneFacts {
  readonly label: string;
  readonly partial: string;
  /** Has an order of time, so there is a chart of it. */
  readonly ordered: boolean;
  /** Where it ends on the axis of all lanes. */
  readonly end: number;
}

/** What the page keeps of the columns after the worker took the lanes over: what a function is called, where it is, what kind it is. */
export class ProfileModel {
  readonly revision: number;
  readonly unit: ProfileUnit;
  readonly functions: FlameData['functions'];
  readonly lanes: readonly LaneFacts[];
  private readonly strings: readonly string[];
  private readonly places: readonly string[];
  private readonly openable: Uint8Array;
  /** Of two runs; `null` for one. */
  readonly compared: ComparedColumns | null;
  private readonly names: string[] = [];

  constructor({ revision, data, places, openable, compared }: ProfileColumns) {
    this.compared = compared ?? null;
    this.revision = revision;
    this.unit = data.unit;
    this.functions = data.functions;
    this.lanes = data.lanes.map(({ label, partial, samples, offset, duration }) => ({ end: offset + duration, label: visibleText(label), partial: visibleText(partial, 300), ordered: samples.length > 0 }));
    this.strings = data.strings;
    this.places = places;
    this.openable = openable;
  }

  /** Made visible; a function without a name is named by its place. */
  name(func: number): string {
    return (this.names[func] ??= this.rawName(func) === '' ? this.nameByPlace(func) : visibleText(this.rawName(func)));
  }

  /** As the profile has them: for searching, and to tell one profile from another. */
  rawName = (func: number): string => this.strings[this.functions.name[func]] ?? '';
  file = (func: number): string => this.strings[this.functions.file[func]] ?? '';
  packageName = (func: number): string => this.text(this.functions.package[func]);
  /** A text of the profile, made visible. */
  text = (index: number): string => visibleText(this.strings[index] ?? '');

  /** `src/rows.ts:12`, or empty. */
  place = (func: number): string => this.places[func] ?? '';
  /** Of two runs: where the earlier one has it; empty where it has it not. */
  placeBefore = (func: number): string => this.compared?.placesBefore[func] ?? '';
  isOpenable = (func: number): boolean => this.openable[func] === 1;
  category = (func: number): Category => categories[this.functions.category[func]] ?? 'program';
  mapping = (func: number): Mapping => mappings[this.functions.mapping[func]] ?? 'generated';

  /** The end of the time axis. */
  get end(): number {
    return this.lanes.reduce((latest, { end }) => Math.max(latest, end), 0);
  }

  /** The same for the same functions in the same order: rows chosen in one are good in the other. */
  get fingerprint(): string {
    const { length } = this.functions;
    const sample = Array.from({ length: Math.min(length, 50) }, (_, step) => Math.floor((step * length) / 50));
    return `${length}:${this.strings.length}:${sample.map((func) => `${this.rawName(func)}:${this.functions.line[func]}`).join('\n')}`.slice(0, 4000);
  }

  private nameByPlace(func: number): string {
    const place = this.place(func).replace(/^.*[\\/]/, '');
    return place === '' ? '(anonymous)' : `(anonymous ${place})`;
  }
}
