import type { FunctionTime, OpenedRecording } from '../../session/index.ts';
import { describeProblem, describeRecordings } from '../../core/report/describe-run.ts';
import { headline } from '../../core/report/headline.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { mostPageRows } from '../../protocol/webview.ts';
import type { PageState } from '../../protocol/webview.ts';

/** How the editor names a place and whether it can go there. */
export interface PlaceWords {
  readonly place: (row: FunctionTime) => string;
  readonly openable: (row: FunctionTime) => boolean;
  readonly file: (file: string) => string;
}

/** What the page shows of an opened recording; all text of profiles made visible, for the page sets it as it is. */
export function buildPageState({ path, manifest, analysis }: OpenedRecording, revision: number, words: PlaceWords): PageState {
  const busyMs = analysis.durationMs - analysis.idleMs;
  return {
    revision,
    title: visibleText(manifest?.label ?? path.replace(/^.*[\\/]/, '')),
    headline: headline(analysis),
    runs: describeRecordings(analysis, manifest?.nodeVersion ?? '').map((line) => visibleText(line, 300)),
    problems: analysis.problems.map((problem) => visibleText(describeProblem(problem, words.file), 400)),
    categories: analysis.categories
      .filter(({ name }) => name !== 'idle')
      .map(({ name, selfMs }) => ({ name, selfMs, share: busyMs > 0 ? selfMs / busyMs : 0 })),
    functions: analysis.functions.slice(0, mostPageRows).map((row) => ({
      name: visibleText(row.name),
      place: words.place(row),
      category: row.category,
      selfMs: row.selfMs,
      selfShare: row.selfShare,
      totalMs: row.totalMs,
      totalShare: row.totalShare,
      samples: row.samples,
      openable: words.openable(row),
    })),
    moreFunctions: Math.max(0, analysis.functions.length - mostPageRows),
  };
}
