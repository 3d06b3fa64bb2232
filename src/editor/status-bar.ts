import * as vscode from 'vscode';
import type { OpenedRecording } from '../session/index.ts';
import { formatRoughShare } from '../core/report/format-numbers.ts';
import { headline } from '../core/report/headline.ts';
import { nameWhole } from '../core/report/name-whole.ts';
import { commands } from './ids.ts';
import { describeRun } from './hovers/describe-run.ts';
import type { OpenRecordingState } from './open-recording-state.ts';
import { canRunFiner } from './runs/can-run-finer.ts';
import type { CurrentRun, RunController } from './runs/run-controller.ts';
import { escapeIcons, escapeMarkdown } from './words/safe-text.ts';

/** The one status bar item: hidden when idle, the elapsed time while running, the hottest function after. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('flameline.status', vscode.StatusBarAlignment.Left, 0);
  private readonly listeners: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  private readonly state: OpenRecordingState;
  private readonly runs: RunController;

  constructor(state: OpenRecordingState, runs: RunController) {
    this.state = state;
    this.runs = runs;
    this.item.name = 'Flameline';
    this.listeners = [state.onDidChange(() => this.draw()), runs.onDidChange(() => this.draw())];
  }

  get text(): string {
    return this.item.text;
  }

  dispose(): void {
    clearInterval(this.timer);
    for (const listener of this.listeners) listener.dispose();
    this.item.dispose();
  }

  private draw(): void {
    const run = this.runs.current;
    const { opened } = this.state.current;
    clearInterval(this.timer);
    this.timer = undefined;
    if (run && run.phase !== 'settling') {
      this.drawRun(run);
      if (run.phase !== 'reading') this.timer = setInterval(() => this.drawRun(run), 1_000);
    } else if (opened) this.drawResult(opened);
    else this.set('', '', undefined);
  }

  private drawRun({ phase, since }: CurrentRun): void {
    const seconds = Math.floor((performance.now() - since) / 1_000);
    const elapsed = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`;
    if (phase === 'starting') this.set(`$(loading~spin) Starting ${elapsed}`, 'The program is being started. Click to stop.', commands.stopProfiling);
    else if (phase === 'waiting') this.set(`$(loading~spin) Waiting ${elapsed}`, 'The program runs, recording has not begun. Click to start recording now.', commands.startRecordingNow);
    else if (phase === 'stopping') this.set(`$(loading~spin) Stopping ${elapsed}`, 'What was recorded so far is kept.', undefined);
    else if (phase === 'reading') this.set('$(loading~spin) Reading profile', 'The profile is being read.', undefined);
    else this.set(`$(loading~spin) Profiling ${elapsed}`, 'Click to stop and keep what was recorded.', commands.stopProfiling);
  }

  private drawResult(opened: OpenedRecording): void {
    const { analysis } = opened;
    const top = analysis.functions.find(({ selfMs }) => selfMs > 0);
    const partial = analysis.recordings.some((recording) => recording.partial);
    const share = top ? `${formatRoughShare(top.selfShare)} ${escapeIcons(top.name, 40)}` : `No ${nameWhole(analysis)}`;
    const tooltip = new vscode.MarkdownString([
      headline(analysis, (name) => `**${escapeMarkdown(name, 60)}**`),
      describeRun(opened, Date.now()),
      ...analysis.problems.slice(0, 3).map(({ message }) => escapeMarkdown(message, 200)),
      `[Open flame graph](command:${commands.openFlameGraph})`,
      canRunFiner(opened) ? `A short run: [re-run finer](command:${commands.rerunFiner}) for surer numbers.` : '',
    ].filter((part) => part !== '').join('\n\n'));
    tooltip.isTrusted = { enabledCommands: [commands.openFlameGraph, commands.rerunFiner] };
    if (partial) this.set('$(warning) Partial', tooltip, commands.showRunDetails, `Partial profile, ${share}`);
    else this.set(`$(flame) ${share}`, tooltip, commands.showHotspots, `Hottest function: ${share}`);
  }

  private set(text: string, tooltip: string | vscode.MarkdownString, command: string | undefined, label?: string): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.command = command;
    this.item.accessibilityInformation = label ? { label, role: 'button' } : undefined;
    if (text === '') this.item.hide();
    else this.item.show();
  }
}
