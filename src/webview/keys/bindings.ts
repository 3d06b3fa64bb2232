import { profileTabs } from '../state/ui-state.ts';

export const commands = [
  'search', 'next-match', 'previous-match', 'go', 'heaviest', 'unit', 'color', 'flip', 'fold', 'focus', 'hide', 'collapse', 'undo', 'redo', 'back', 'forward', 'copy-frame', 'copy-stack',
  'menu', 'help', 'clear', ...profileTabs,
] as const;
export type Command = (typeof commands)[number];

export interface Binding {
  /** As `KeyboardEvent.key` with `Ctrl+`, `Alt+`, `Shift+` before it; Ctrl stands for ⌘ on a Mac too. */
  readonly keys: readonly string[];
  readonly command: Command;
  readonly words: string;
}

/** Every key that works wherever the focus is. The help is this list. */
export const bindings: readonly Binding[] = [
  { keys: ['/', 'Ctrl+f'], command: 'search', words: 'Search' },
  { keys: ['n'], command: 'next-match', words: 'Next match' },
  { keys: ['N'], command: 'previous-match', words: 'Previous match' },
  { keys: ['g'], command: 'go', words: 'Go to the source' },
  { keys: ['p'], command: 'heaviest', words: 'Follow the heaviest path' },
  { keys: ['1'], command: 'chart', words: 'Flame chart' },
  { keys: ['2'], command: 'left-heavy', words: 'Left-heavy' },
  { keys: ['3'], command: 'sandwich', words: 'Sandwich of the chosen function' },
  { keys: ['4'], command: 'top-down', words: 'Top-down' },
  { keys: ['5'], command: 'bottom-up', words: 'Bottom-up' },
  { keys: ['6'], command: 'functions', words: 'Functions' },
  { keys: ['7'], command: 'source', words: 'Source' },
  { keys: ['Alt+ArrowLeft'], command: 'back', words: 'Back to the zoom before' },
  { keys: ['Alt+ArrowRight'], command: 'forward', words: 'Forward again' },
  { keys: ['f'], command: 'focus', words: 'Only stacks through the chosen function' },
  { keys: ['h'], command: 'hide', words: 'Hide the chosen function' },
  { keys: ['k'], command: 'collapse', words: 'Collapse its package' },
  { keys: ['r'], command: 'fold', words: 'Fold recursion' },
  { keys: ['Ctrl+z'], command: 'undo', words: 'Undo focus, hide, collapse, filter' },
  { keys: ['Ctrl+Shift+Z', 'Ctrl+y'], command: 'redo', words: 'Redo' },
  { keys: ['u'], command: 'unit', words: 'Next unit: time, share, samples' },
  { keys: ['c'], command: 'color', words: 'Next colouring: kind, package, file' },
  { keys: ['i'], command: 'flip', words: 'Flame or icicle' },
  { keys: ['Ctrl+c'], command: 'copy-frame', words: 'Copy the frame' },
  { keys: ['Ctrl+Shift+C'], command: 'copy-stack', words: 'Copy its stack' },
  { keys: ['Shift+F10'], command: 'menu', words: 'Actions on the chosen function' },
  { keys: ['?'], command: 'help', words: 'This list' },
  { keys: ['Escape'], command: 'clear', words: 'Clear the range, then the search, then the choice' },
];

/** Keys inside a picture; they are handled where the frames are. */
export const pictureKeys: readonly (readonly [keys: string, words: string])[] = [
  ['Arrow keys', 'To the caller, the heaviest callee, the neighbours'],
  ['Enter', 'Zoom to the frame'],
  ['Backspace', 'Back'],
  ['W S', 'Zoom in and out (or the wheel)'],
  ['A D', 'Move left and right (or drag)'],
  ['0', 'Show everything (or double-click beside the frames)'],
  ['Page Up, Page Down', 'Scroll through the rows (or Shift and the wheel)'],
  ['Home', 'Back to the first row'],
  ['Shift+drag', 'Choose a range of time'],
];
