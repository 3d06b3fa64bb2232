import type { Tab } from '../state/ui-state.ts';

export const tabTitles: Readonly<Record<Tab, string>> = {
  chart: 'Flame chart', 'left-heavy': 'Left-heavy', sandwich: 'Sandwich', 'top-down': 'Top-down', 'bottom-up': 'Bottom-up', functions: 'Functions', source: 'Source',
  differential: 'Differential', changes: 'Changes', vanished: 'Vanished',
};
