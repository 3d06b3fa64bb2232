import { findFixes } from '../../core/fixes/find-fixes.ts';
import { suppress } from '../../core/fixes/suppress.ts';
import { offsetOf } from '../../core/fixes/text-lines.ts';
import type { SourceEdit, SourceFix } from '../../core/model/source-fix.ts';
import { parseModule } from '../../core/syntax/parse-module.ts';
import type { FixRequest, SuppressRequest } from '../../protocol/worker.ts';
import { loadParser } from './load-parser.ts';

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
