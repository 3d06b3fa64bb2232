import * as vscode from 'vscode';
import type { OpenedRecording } from '../session/index.ts';
import { indexHeat } from './decorations/index-heat.ts';
import type { HeatIndex } from './decorations/index-heat.ts';
import type { ShownValue } from './decorations/compute-marks.ts';

/** What all surfaces show. A new object for each change; surfaces keep none of it. */
export interface OpenState {
  readonly opened: OpenedRecording | null;
  /** Made once when a recording is opened, so that switching editors is a look-up. */
  readonly heat: HeatIndex;
  readonly shown: ShownValue;
  /** Categories the hotspots view leaves out. */
  readonly hidden: ReadonlySet<string>;
  /** Grows with every change. */
  readonly revision: number;
}

/** The one state of the window; every surface is a function of it and repaints on its event. */
export class OpenRecordingState implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<OpenState>();
  readonly onDidChange = this.changed.event;
  private state: OpenState = { opened: null, heat: new Map(), shown: 'self', hidden: new Set(), revision: 0 };

  get current(): OpenState {
    return this.state;
  }

  open(opened: OpenedRecording): void {
    this.set({ opened, heat: indexHeat(opened.analysis) });
  }

  clear(): void {
    this.set({ opened: null, heat: new Map() });
  }

  show(shown: ShownValue): void {
    this.set({ shown });
  }

  hide(hidden: ReadonlySet<string>): void {
    this.set({ hidden });
  }

  dispose(): void {
    this.changed.dispose();
  }

  private set(part: Partial<OpenState>): void {
    this.state = { ...this.state, ...part, revision: this.state.revision + 1 };
    this.changed.fire(this.state);
  }
}
