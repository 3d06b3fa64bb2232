import * as vscode from 'vscode';
import { formatRoughShare, formatAmount } from '../../core/report/format-numbers.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { commands, views } from '../ids.ts';
import { describeRun, sayPartial } from '../hovers/describe-run.ts';
import { openLocation } from '../open-location.ts';
import type { Services } from '../services.ts';
import { Hotspot } from '../trees/hotspots-tree.ts';
import { hotspotGroups } from '../trees/list-hotspots.ts';
import { escapeLinks } from '../words/safe-text.ts';
import type { Handlers } from './handlers.ts';

export function resultCommands(services: Services): Handlers {
  const { state, memory, hotspotsView } = services;
  return {
    [commands.clearResults]: async () => {
      state.clear();
      await memory.set('lastOpened', '');
    },
    [commands.cycleShownValue]: () => state.show(state.current.shown === 'self' ? 'total' : 'self'),
    [commands.filterHotspots]: () => filterHotspots(services),
    [commands.copyHotspot]: (argument) => copyHotspot(argument instanceof Hotspot ? argument : hotspotsView.selection[0], services),
    [commands.openLocation]: (file, line) => openLocation(file, line, services),
    [commands.showHotspots]: () => vscode.commands.executeCommand(`${views.hotspots}.focus`),
    [commands.showRunDetails]: () => showRunDetails(services),
  };
}

async function filterHotspots({ state }: Services): Promise<void> {
  const { hidden } = state.current;
  const items = hotspotGroups.map(({ label, categories }) => ({ label, categories, picked: !categories.some((category) => hidden.has(category)) }));
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title: 'Hotspots to show' });
  if (picked) state.hide(new Set(items.filter((item) => !picked.includes(item)).flatMap(({ categories }) => [...categories])));
}

async function copyHotspot(hotspot: unknown, { state }: Services): Promise<void> {
  if (!(hotspot instanceof Hotspot)) return;
  const { name, selfMs, selfShare, totalMs, file, line } = hotspot.row;
  const amount = (ms: number): string => formatAmount(ms, state.current.opened?.analysis.unit ?? 'microseconds');
  const place = file && `  ${visibleText(file, 1_000)}:${line}`;
  await vscode.env.clipboard.writeText(`${visibleText(name)}  ${amount(selfMs)} self (${formatRoughShare(selfShare)}), ${amount(totalMs)} total${place}`);
}

async function showRunDetails({ state, log }: Services): Promise<void> {
  const { opened } = state.current;
  if (!opened) return;
  const say = (text: string): string => escapeLinks(text, 200);
  const said = [sayPartial(opened, say), describeRun(opened, Date.now(), say), ...opened.analysis.problems.slice(0, 3).map(({ message }) => say(message))];
  const choice = await vscode.window.showInformationMessage(said.filter((text) => text !== '').join('. '), 'Show Log');
  if (choice) log.show();
}
