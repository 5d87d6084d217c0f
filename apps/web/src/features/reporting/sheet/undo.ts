import type { CellAt } from './sheet-rows.js';

/** One cell's text before a change. */
export interface CellBefore extends CellAt {
  readonly text: string;
}

const MOST_STEPS = 200;

/** The last changes of cells, a pasted block being one of them. */
export function createUndo() {
  const steps: (readonly CellBefore[])[] = [];
  return {
    remember: (cells: readonly CellBefore[]): void => {
      if (cells.length === 0) return;
      steps.push(cells);
      if (steps.length > MOST_STEPS) steps.shift();
    },
    /** The cells of the last change, which is forgotten by that; empty where there is none. */
    last: (): readonly CellBefore[] => steps.pop() ?? [],
  };
}
