import { basename } from 'node:path';
import type { ComparisonFormat } from '../../protocol/profile-page.ts';

export interface ReportName {
  readonly name: string;
  readonly filters: Readonly<Record<string, string[]>>;
}

const kinds: Readonly<Record<ComparisonFormat, { readonly title: string; readonly ending: string }>> = { markdown: { title: 'Markdown', ending: 'md' }, json: { title: 'JSON', ending: 'json' } };

/** What a save dialog for the report of two runs begins with: both of their names. */
export function reportName(runs: readonly { readonly path: string }[], format: ComparisonFormat): ReportName {
  const { title, ending } = kinds[format];
  const names = runs.map(({ path }) => basename(path).replace(/(\.gz|\.json|\.cpuprofile|\.pb)+$/i, ''));
  return { name: `${names.join('-to-')}.${ending}`, filters: { [title]: [ending] } };
}
