import { LIGHTS, type Light } from '@jixiao/domain';
import type { FlowCell } from './rules.api.js';

/** Projects that get another colour, by their new one, and their budgets together. */
export interface TrialOutcome {
  readonly to: readonly { readonly light: Light; readonly projects: number }[];
  readonly projects: number;
  readonly budgetFen: number;
}

export function outcomeOf(flow: readonly FlowCell[]): TrialOutcome {
  const changed = flow.filter(({ from, to }) => from !== to);
  const sum = (cells: readonly FlowCell[], what: 'projects' | 'budgetFen'): number =>
    cells.reduce((total, cell) => total + cell[what], 0);
  const to = LIGHTS.map((light) => ({
    light,
    projects: sum(
      changed.filter((cell) => cell.to === light),
      'projects',
    ),
  }));
  return {
    to: to.filter(({ projects }) => projects > 0),
    projects: sum(changed, 'projects'),
    budgetFen: sum(changed, 'budgetFen'),
  };
}

/** The flow as a table: the colours that occur, and who goes from the one to the other. */
export interface FlowTable {
  readonly lights: readonly Light[];
  readonly rows: readonly {
    readonly from: Light;
    readonly cells: readonly (FlowCell | null)[];
    readonly projects: number;
  }[];
}

export function flowTable(flow: readonly FlowCell[]): FlowTable {
  const lights = LIGHTS.filter((light) => flow.some(({ from, to }) => from === light || to === light));
  const rows = lights
    .filter((from) => flow.some((cell) => cell.from === from))
    .map((from) => {
      const cells = lights.map((to) => flow.find((cell) => cell.from === from && cell.to === to) ?? null);
      return { from, cells, projects: cells.reduce((sum, cell) => sum + (cell?.projects ?? 0), 0) };
    });
  return { lights, rows };
}
