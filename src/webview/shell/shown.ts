import type { Compared } from '../compare/compared.ts';
import type { ScopeView, Engine } from '../../protocol/engine.ts';
import type { ProfileFacts } from '../../protocol/profile-page.ts';
import type { ProfileModel } from '../model/profile-model.ts';
import type { Matches } from '../search/find-matches.ts';
import type { Action } from '../state/reduce.ts';
import type { UiState } from '../state/ui-state.ts';
import type { Theme } from '../theme/theme.ts';
import type { Paint } from '../theme/paint-functions.ts';

/** What there is as soon as the columns are: enough for the first picture and the words above it. */
export interface Opening {
  readonly model: ProfileModel;
  readonly facts: ProfileFacts;
  readonly engine: Engine;
  readonly theme: Theme;
  readonly paint: Paint;
}

/** What there is to show, beside the state. Each part is replaced, never changed. */
export interface Shown extends Opening {
  /** The state that `view` was asked for: rows are the same for the same lanes and transforms. */
  readonly asked: UiState;
  /** Of two runs: the later one, over the rows both have. */
  readonly view: ScopeView;
  /** Only of two runs. */
  readonly compared: Compared | null;
  readonly matches: Matches | null;
}

/** What a part may cause. */
export interface PageActions {
  readonly dispatch: (action: Action) => void;
  /** Leads to the code; `line` 0 = where the function begins. */
  readonly open: (func: number, line: number) => void;
  readonly menu: (func: number, row: number, x: number, y: number) => void;
  /** Reads a line to those who can't see the picture. */
  readonly say: (line: string) => void;
  readonly fail: (error: unknown) => void;
}
