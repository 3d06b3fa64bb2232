import type { Parsed, Problem } from '../model/problem.ts';
import { decodeMappings } from './decode-mappings.ts';
import { createSegments, freezeSegments, type Segments } from './segments.ts';
import type { SegmentBuilder } from './segments.ts';

/** A source map as columns, whatever kind it came from. */
export interface SourceMap {
  /** As the map names them, `sourceRoot` put in front; `null` where it names none. */
  readonly sources: readonly (string | null)[];
  readonly segments: Segments;
}

type Fields = Readonly<Record<string, unknown>>;

/** Most original sources of one map; a bundle of the largest programs has some ten thousand. */
const sourceLimit = 1_000_000;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const refuse = (message: string, field?: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code: 'source-map-invalid', message, ...(field === undefined ? {} : { field }) },
});

const parseJson = (text: string): unknown => {
  try {
    // Some servers put `)]}'` in front; the format's specification tells readers to drop that line.
    return JSON.parse(text.startsWith(')]}') ? text.slice(text.indexOf('\n') + 1) : text);
  } catch {
    return undefined;
  }
};

const withRoot = (root: unknown, source: unknown): string | null => {
  if (typeof source !== 'string') return null;
  return typeof root === 'string' && root !== '' ? `${root.replace(/\/$/, '')}/${source}` : source;
};

interface Reading {
  readonly sources: (string | null)[];
  readonly builder: SegmentBuilder;
  /** Segments that point nowhere. */
  broken: number;
}

interface Place {
  readonly field: string;
  readonly line: number;
  readonly column: number;
}

const readPlain = (map: Fields, reading: Reading, { field, line, column }: Place): Problem | null => {
  const { sources, mappings, sourceRoot } = map;
  if (!Array.isArray(sources) || sources.length > sourceLimit) return refuse('The source map has no list of sources', `${field}sources`).problem;
  if (typeof mappings !== 'string') return refuse('The source map has no mappings', `${field}mappings`).problem;
  const first = reading.sources.length;
  for (const source of sources) reading.sources.push(withRoot(sourceRoot, source));
  const decoded = decodeMappings(mappings, { builder: reading.builder, line, column, source: first, sources: sources.length });
  reading.broken += decoded.broken;
  return decoded.problem === null ? null : refuse(decoded.problem, `${field}mappings`).problem;
};

const isPlace = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;

const readSections = (sections: readonly unknown[], reading: Reading): Problem | null => {
  let line = 0;
  let column = 0;
  for (const [index, section] of sections.entries()) {
    const field = `sections[${index}].`;
    const { offset, map } = isFields(section) ? section : {};
    if (!isFields(map) || 'sections' in map) return refuse('A section of the source map holds no plain map', `${field}map`).problem;
    if (!isFields(offset) || !isPlace(offset.line) || !isPlace(offset.column)) return refuse('A section of the source map has no place', `${field}offset`).problem;
    if (offset.line < line || (offset.line === line && offset.column < column)) return refuse('The sections of the source map are not in order', `${field}offset`).problem;
    ({ line, column } = { line: offset.line, column: offset.column });
    reading.builder.cutFrom(line, column);
    const problem = readPlain(map, reading, { field: `${field}map.`, line, column });
    if (problem) return problem;
  }
  return null;
};

/**
 * Reads a version 3 map, plain or indexed. Broken text, wrong kinds and nested index maps refuse it with the field;
 * segments that point outside it count as unmapped and are told. Source: ECMA-426.
 */
export const parseSourceMap = (text: string): Parsed<SourceMap> => {
  const map = parseJson(text);
  if (!isFields(map)) return refuse('The source map is not JSON');
  if (map.version !== 3) return refuse('The source map is not of version 3', 'version');
  const reading: Reading = { sources: [], builder: createSegments(), broken: 0 };
  const problem = Array.isArray(map.sections) ? readSections(map.sections, reading) : readPlain(map, reading, { field: '', line: 0, column: 0 });
  if (problem) return { ok: false, problem };
  const problems = reading.broken === 0 ? [] : [refuse(`${reading.broken} mappings point outside the source map's sources`, 'mappings').problem];
  return { ok: true, value: { sources: reading.sources, segments: freezeSegments(reading.builder) }, problems };
};
