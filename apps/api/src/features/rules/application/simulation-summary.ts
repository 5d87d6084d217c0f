import { changeDirection, LIGHTS, type Light, type PackTrial, type ProjectAssessment } from '@jixiao/domain';

/** How many projects go from one colour to another, and their adjusted budgets together, in 分. */
export interface FlowCell {
  readonly from: Light;
  readonly to: Light;
  readonly projects: number;
  readonly budgetFen: number;
}

/** Projects that change colour, by what decides their new one. `other` is to or from grey, which judges nothing. */
export interface ReasonCount {
  readonly reason: string;
  readonly worse: number;
  readonly better: number;
  readonly other: number;
}

export interface SimulationSummary {
  readonly projects: number;
  /** Cells without a project are left out; those on the diagonal keep their colour. */
  readonly flows: Readonly<Record<FlowPart, readonly FlowCell[]>>;
  readonly reasons: readonly ReasonCount[];
}

export type FlowPart = 'project' | 'spend' | 'goals';

const LIGHT_OF: Readonly<Record<FlowPart, (assessment: ProjectAssessment) => Light>> = {
  project: ({ light }) => light,
  spend: ({ spend }) => spend.light,
  goals: ({ goals }) => goals.light,
};
const PARTS = Object.keys(LIGHT_OF) as FlowPart[];

/** Adds up what rules would change, project by project, without keeping any. */
export class SummaryOfTrials {
  private projects = 0;
  private readonly cells = new Map<string, { projects: number; budgetFen: number }>();
  private readonly reasons = new Map<string, { worse: number; better: number; other: number }>();

  add({ before, after }: PackTrial): void {
    this.projects += 1;
    for (const part of PARTS) {
      const key = cellKey(part, LIGHT_OF[part](before), LIGHT_OF[part](after));
      const cell = this.cells.get(key) ?? { projects: 0, budgetFen: 0 };
      cell.projects += 1;
      cell.budgetFen += before.spend.adjustedBudgetFen ?? 0;
      this.cells.set(key, cell);
    }
    if (before.light === after.light) return;
    const count = this.reasons.get(after.reason) ?? { worse: 0, better: 0, other: 0 };
    count[changeDirection(before.light, after.light)] += 1;
    this.reasons.set(after.reason, count);
  }

  result(): SimulationSummary {
    return {
      projects: this.projects,
      flows: { project: this.flow('project'), spend: this.flow('spend'), goals: this.flow('goals') },
      reasons: [...this.reasons].map(([reason, count]) => ({ reason, ...count })),
    };
  }

  private flow(part: FlowPart): readonly FlowCell[] {
    return LIGHTS.flatMap((from) =>
      LIGHTS.flatMap((to) => {
        const cell = this.cells.get(cellKey(part, from, to));
        return cell === undefined ? [] : [{ from, to, ...cell }];
      }),
    );
  }
}

const cellKey = (part: FlowPart, from: Light, to: Light): string => `${part} ${from} ${to}`;
