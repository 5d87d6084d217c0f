import type { Move } from './move.js';

/** What a key does on the sheet; null leaves it to the browser. */
export type KeyAction =
  | { readonly type: 'move'; readonly move: Move; readonly extend: boolean }
  | { readonly type: 'edit' | 'revert' | 'leave' | 'undo' | 'clear' | 'choices' | 'submit' | 'nextMissing' };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly command: boolean;
}

/** How things stand in the cell: arrows belong to the text while it is being edited, but for its ends. */
interface CellState {
  readonly editing: boolean;
  readonly hasChoices: boolean;
  readonly hasRange: boolean;
  readonly caretAtStart: boolean;
  readonly caretAtEnd: boolean;
}

const VERTICAL: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};
const HORIZONTAL: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
};

const move = (to: Move, extend = false): KeyAction => ({ type: 'move', move: to, extend });

function withCommand(key: string): KeyAction | null {
  if (key === 'Home') return move('first');
  if (key === 'End') return move('last');
  if (key === 'Enter') return { type: 'submit' };
  return null;
}

function horizontal(to: Move, { key, shiftKey }: Pressed, state: CellState): KeyAction | null {
  if (!state.editing) return move(to, shiftKey);
  if (shiftKey) return null;
  if (key === 'ArrowLeft' && state.caretAtStart) return move(to);
  return key === 'ArrowRight' && state.caretAtEnd ? move(to) : null;
}

/** The keys of a spreadsheet: what the one that was pressed means, the cell being as it is. */
export function keyAction(pressed: Pressed, state: CellState): KeyAction | null {
  const { key, shiftKey, altKey, command } = pressed;
  if (altKey) return key === 'ArrowDown' && state.hasChoices ? { type: 'choices' } : null;
  if (command && key.toLowerCase() === 'z') return state.editing ? null : { type: 'undo' };
  if (command) return withCommand(key);
  if (key === 'Enter') return move(shiftKey ? 'up' : 'down');
  if (key === 'Tab') return move(shiftKey ? 'previous' : 'next');
  if (key === 'Escape') return { type: state.editing ? 'revert' : 'leave' };
  if (key === 'F2') return { type: 'edit' };
  if (key === 'F8') return { type: 'nextMissing' };
  if (key === ' ' && state.hasChoices && !state.editing) return { type: 'choices' };
  if ((key === 'Delete' || key === 'Backspace') && state.hasRange) return { type: 'clear' };
  const vertical = VERTICAL[key];
  if (vertical) return move(vertical, shiftKey && !state.editing);
  const sideways = HORIZONTAL[key];
  return sideways ? horizontal(sideways, pressed, state) : null;
}
