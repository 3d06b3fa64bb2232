import type { LocatedProfile } from '../model/located.ts';
import { mappings } from '../model/located.ts';
import { fileUrlToPath, isAbsolutePath, normalizePath, type PathStyle } from '../model/paths.ts';
import { categories, type Profile } from '../model/profile.ts';
import { createLineMapper, type LineMapper } from './map-line.ts';
import type { ScriptSource } from './script-source.ts';
import { findSegment } from './segments.ts';
import { splitInlined } from './split-inlined.ts';

/** A function is `exact` when at least this share of its ticks was led to a line. */
const exactShare = 0.9;

const exact = mappings.indexOf('exact');
const functionLevel = mappings.indexOf('function');
const generated = mappings.indexOf('generated');
const own = categories.indexOf('own');
const dependency = categories.indexOf('dependency');

/** `file:` URLs and absolute paths as paths of the profile's platform; everything else is shown as it is. */
const toFile = (url: string, style: PathStyle): string => fileUrlToPath(url, style) ?? (isAbsolutePath(url, style) ? normalizePath(url, style) : url);

const createFileTable = (): { readonly files: string[]; readonly indexOf: (file: string) => number } => {
  const files = [''];
  const rows = new Map([['', 0]]);
  const indexOf = (file: string): number => {
    const known = rows.get(file);
    if (known !== undefined) return known;
    rows.set(file, files.length);
    return files.push(file) - 1;
  };
  return { files, indexOf };
};

/** A map ready to be asked, once a script. */
interface MappedScript {
  readonly source: Extract<ScriptSource, { kind: 'mapped' }>;
  readonly lineOf: LineMapper;
  /** Row in the file table by source; -1 = not to be named. */
  readonly files: Int32Array;
}

interface Locating {
  readonly profile: Profile;
  readonly functions: { readonly file: Int32Array; readonly line: Int32Array; readonly column: Int32Array; readonly mapping: Uint8Array };
  readonly tickLine: Int32Array;
  /** By function; `null` = positions stay as V8 gave them. */
  readonly scripts: (MappedScript | null)[];
}

/** Nothing was generated: V8's built-ins and Node's own modules. */
const isBuiltin = (url: string): boolean => url === '' || url.startsWith('node:');

/** Positions as V8 gave them; `exact` only where the script is known to be its own source. */
const keepFunction = ({ profile, functions }: Locating, row: number, file: number, original: boolean): void => {
  functions.file[row] = file;
  functions.line[row] = profile.functions.line[row];
  functions.column[row] = profile.functions.column[row];
  functions.mapping[row] = original ? exact : generated;
};

/** True when the function's start has an original place that may be named. */
const mapFunction = ({ profile, functions }: Locating, row: number, script: MappedScript): boolean => {
  const { segments } = script.source.map;
  const at = findSegment(segments, profile.functions.line[row] - 1, profile.functions.column[row] - 1);
  if (at < 0 || segments.source[at] < 0 || script.files[segments.source[at]] < 0) return false;
  functions.file[row] = script.files[segments.source[at]];
  functions.line[row] = segments.sourceLine[at] + 1;
  functions.column[row] = segments.sourceColumn[at] + 1;
  functions.mapping[row] = script.lineOf(profile.functions.line[row] - 1).line > 0 ? exact : functionLevel;
  return true;
};

/** Leads each node's ticks to original lines of the function's own file and counts by function what could not be led. */
const mapTicks = ({ profile, functions, tickLine, scripts }: Locating, all: Float64Array, led: Float64Array): void => {
  const { nodes, ticks: from } = profile;
  for (let node = 0; node < nodes.length; node++) {
    const row = nodes.func[node];
    const script = scripts[row];
    for (let tick = from.start[node]; tick < from.start[node + 1]; tick++) {
      const { source, line } = script ? script.lineOf(from.line[tick] - 1) : { source: 0, line: from.line[tick] };
      tickLine[tick] = line > 0 && (!script || script.files[source] === functions.file[row]) ? line : 0;
      all[row] += from.count[tick];
      if (tickLine[tick] > 0) led[row] += from.count[tick];
    }
  }
};

const locateTicks = (locating: Locating): void => {
  const { functions, scripts } = locating;
  const all = new Float64Array(scripts.length);
  const led = new Float64Array(scripts.length);
  mapTicks(locating, all, led);
  for (let row = 0; row < scripts.length; row++) {
    if (functions.mapping[row] !== generated && all[row] > 0) functions.mapping[row] = led[row] >= all[row] * exactShare ? exact : functionLevel;
  }
};

/** Own code whose original lies in node_modules is a dependency that was bundled in. */
const withCategories = (profile: Profile, files: readonly string[], { functions }: Locating): Profile => {
  const bundled = files.map((file) => /[\\/]node_modules[\\/]/.test(file));
  const category = profile.functions.category.map((value, row) => (value === own && bundled[functions.file[row]] ? dependency : value));
  return { ...profile, functions: { ...profile.functions, category } };
};

const readyScripts = (scripts: ReadonlyMap<string, ScriptSource>, indexOf: (file: string) => number): ReadonlyMap<string, MappedScript> => {
  const ready = new Map<string, MappedScript>();
  for (const [id, source] of scripts) {
    if (source.kind !== 'mapped') continue;
    const files = Int32Array.from(source.map.sources, (_, at) => (source.files[at] ? indexOf(source.files[at]) : -1));
    ready.set(id, { source, lineOf: createLineMapper(source.map), files });
  }
  return ready;
};

/**
 * Leads every position of a profile back to the original source. Scripts are joined by V8's id, never by URL. A function
 * whose start has no mapping keeps its generated position; a tick whose line stands for several original lines
 * gets line 0, so its time goes to the function. Inlined callees get their time back first.
 */
export const locateProfile = (recorded: Profile, scripts: ReadonlyMap<string, ScriptSource>, style: PathStyle): LocatedProfile => {
  const profile = splitInlined(recorded, scripts);
  const { functions, strings } = profile;
  const { files, indexOf } = createFileTable();
  const ready = readyScripts(scripts, indexOf);
  const columns = (): Int32Array<ArrayBuffer> => new Int32Array(functions.length);
  // Without maps and inlined callees every tick is where V8 saw it.
  const asRecorded = ready.size === 0 && profile === recorded;
  const tickLine = asRecorded ? profile.ticks.line : new Int32Array(profile.ticks.line.length);
  const locating: Locating = { profile, functions: { file: columns(), line: columns(), column: columns(), mapping: new Uint8Array(functions.length) }, tickLine, scripts: [] };
  const urlFiles = new Map<number, number>();
  for (let row = 0; row < functions.length; row++) {
    const id = strings[functions.scriptId[row]];
    const script = ready.get(id) ?? null;
    const mapped = script !== null && mapFunction(locating, row, script);
    locating.scripts.push(mapped ? script : null);
    if (mapped) continue;
    const url = functions.url[row];
    const file = urlFiles.get(url) ?? indexOf(toFile(strings[url], style));
    urlFiles.set(url, file);
    keepFunction(locating, row, file, scripts.get(id)?.kind === 'original' || isBuiltin(strings[url]));
  }
  if (!asRecorded) locateTicks(locating);
  return { profile: withCategories(profile, files, locating), files, functions: locating.functions, tickLine };
};
