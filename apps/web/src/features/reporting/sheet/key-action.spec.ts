import { describe, expect, it } from '@jest/globals';
import { keyAction } from './key-action.js';

const READY = { editing: false, hasChoices: false, hasRange: false, caretAtStart: true, caretAtEnd: true };
const EDITING = { ...READY, editing: true, caretAtStart: false, caretAtEnd: false };
const press = (keys: string, state = READY) => {
  const parts = keys.split('+');
  const pressed = {
    key: parts.at(-1) ?? '',
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    command: parts.includes('Ctrl'),
  };
  const action = keyAction(pressed, state);
  if (action?.type !== 'move') return action?.type ?? null;
  return action.extend ? `extend ${action.move}` : action.move;
};

describe('keys of the sheet', () => {
  it.each([
    ['Enter', 'down'],
    ['Shift+Enter', 'up'],
    ['Tab', 'next'],
    ['Shift+Tab', 'previous'],
    ['ArrowLeft', 'left'],
    ['ArrowRight', 'right'],
    ['Shift+ArrowDown', 'extend down'],
    ['Home', 'rowStart'],
    ['Ctrl+Home', 'first'],
    ['Ctrl+End', 'last'],
    ['PageDown', 'pageDown'],
    ['Ctrl+Enter', 'submit'],
    ['F2', 'edit'],
    ['F8', 'nextMissing'],
    ['Escape', 'leave'],
    ['Ctrl+z', 'undo'],
    ['5', null],
    ['Ctrl+c', null],
    ['Delete', null],
    [' ', null],
  ])('%s in a cell that is not being edited: %s', (key, action) => expect(press(key)).toBe(action));

  it.each([
    ['ArrowLeft', null],
    ['ArrowRight', null],
    ['Home', null],
    ['Shift+ArrowDown', 'down'],
    ['ArrowUp', 'up'],
    ['Enter', 'down'],
    ['Escape', 'revert'],
    ['Ctrl+z', null],
    ['Ctrl+Enter', 'submit'],
  ])('%s amid a text that is being edited: %s', (key, action) => expect(press(key, EDITING)).toBe(action));

  it('leaves the cell by an arrow where the caret stands at the end of the text', () => {
    expect(press('ArrowLeft', { ...EDITING, caretAtStart: true })).toBe('left');
    expect(press('ArrowRight', { ...EDITING, caretAtEnd: true })).toBe('right');
    expect(press('Shift+ArrowRight', { ...EDITING, caretAtEnd: true })).toBeNull();
  });

  it('opens a list of choices, but types a blank into what is being edited', () => {
    const choices = { ...READY, hasChoices: true };
    expect(press(' ', choices)).toBe('choices');
    expect(press('Alt+ArrowDown', choices)).toBe('choices');
    expect(press(' ', { ...choices, editing: true })).toBeNull();
  });

  it('clears a selected block', () => expect(press('Delete', { ...READY, hasRange: true })).toBe('clear'));
});
