import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFixes, hasFixes } from '../../core/fixes/find-fixes.ts';
import { suppress } from '../../core/fixes/suppress.ts';
import { offsetOf, placeOf } from '../../core/fixes/text-lines.ts';
import type { SourceEdit, SourceFix } from '../../core/model/source-fix.ts';
import type { Finding, PlacedFix, ScanResult } from '../../core/model/finding.ts';
import { parseModule, type Parser } from '../../core/syntax/parse-module.ts';
import type { FixRequest, SuppressRequest } from '../../protocol/worker.ts';
import { createRootGuard } from '../root-guard.ts';
import { loadParser } from './load-parser.ts';
import { textOf } from './source-text.ts';

/** A text that can't be parsed has no fixes. Runs in the analysis thread. */
export async function findSourceFixes({ file, text, finding }: FixRequest): Promise<SourceFix[]> {
  const parsed = parseModule(await loadParser(), file, text);
  return parsed.ok ? findFixes({ program: parsed.program, text, finding }) : [];
}

export async function suppressInSource({ file, text, finding, reason, scope }: SuppressRequest): Promise<SourceEdit[]> {
  const parsed = parseModule(await loadParser(), file, text);
  if (!parsed.ok) return [];
  const { rule, line, column, endLine, endColumn } = finding;
  const place = [offsetOf(text, line, column), offsetOf(text, endLine, endColumn)] as const;
  return [suppress(parsed.program, text, place, { rule, reason, scope })];
}

/** The text of a scanned file as it is now; `null` when it is gone or a link has led out of the project since. */
const readScanned = (root: string, file: string): string | null => {
  const path = createRootGuard([root]).resolve(join(root, file));
  try {
    return path === null ? null : textOf(readFileSync(path));
  } catch {
    return null;
  }
};

const placed = (text: string, { title, edits }: SourceFix): PlacedFix => ({
  title,
  edits: edits.map(({ start, end, text: added }) => {
    const { line: endLine, column: endColumn } = placeOf(text, end);
    return { ...placeOf(text, start), endLine, endColumn, text: added };
  }),
});

/** The fixes of findings of one file, which is parsed once; previews, which need a hand, are none. */
const fixesOf = (parser: Parser, root: string, file: string, findings: readonly Finding[]): (readonly [Finding, readonly PlacedFix[]])[] => {
  const text = readScanned(root, file);
  const parsed = text === null ? null : parseModule(parser, file, text);
  if (text === null || !parsed?.ok) return [];
  return findings.map((finding) => [finding, findFixes({ program: parsed.program, text, finding }).filter(({ kind }) => kind === 'edit').map((fix) => placed(text, fix))] as const);
};

/** The result with the changes that take findings away. Runs in the analysis thread. */
export async function withFixes(result: ScanResult): Promise<ScanResult> {
  const parser = await loadParser();
  const fixable = result.findings.filter(({ rule, suppressed }) => !suppressed && hasFixes(rule));
  const byFile = new Map<string, Finding[]>();
  for (const finding of fixable) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  const fixes = new Map([...byFile].flatMap(([file, findings]) => fixesOf(parser, result.root, file, findings)));
  return { ...result, findings: result.findings.map((finding) => (fixes.get(finding)?.length ? { ...finding, fixes: fixes.get(finding) ?? [] } : finding)) };
}
