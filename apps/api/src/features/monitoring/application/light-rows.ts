import {
  LIGHT_RANK,
  rulePackRef,
  type AssessmentInput,
  type IndicatorAssessment,
  type ProjectAssessment,
  type RulePack,
} from '@jixiao/domain';
import { newId } from '../../../platform/runtime/ids.js';
import type { Project } from '../../targets/index.js';
import type { IndicatorLight } from '../persistence/indicator-light.entity.js';
import type { ProjectLight } from '../persistence/project-light.entity.js';

/** One project with everything that its lights in a round depend on (R49). */
export interface ProjectToJudge {
  readonly project: Pick<Project, 'id' | 'organisationId'>;
  /** Version of the targets that it is judged by (R27). */
  readonly targetVersion: number;
  readonly input: AssessmentInput;
}

export interface JudgedProject extends ProjectToJudge {
  readonly roundId: string;
  readonly assessment: ProjectAssessment;
}

export interface LightRows {
  readonly project: ProjectLight;
  readonly indicators: readonly IndicatorLight[];
}

/** What stored lights were judged by. @param rulePack the one that they name */
export const judgedInput = ({ project, indicators }: LightRows, rulePack: RulePack): AssessmentInput => ({
  ...project.inputs,
  rulePack,
  indicators: indicators.map(({ inputs }) => inputs),
});

/** Gaps beyond this many hundredths of a point (a budget of one 分 overspent by billions) are stored as this many. */
const MAX_GAP = 1_000_000_000_000;

/** The rows that keep a project's lights with every input and figure that made them (R49). */
export function lightRows(
  { roundId, project, targetVersion, input, assessment }: JudgedProject,
  computedAt: string,
): LightRows {
  const { indicators: _indicators, rulePack, ...inputs } = input;
  const { goals, ...rest } = assessment;
  const { indicators, ...goalSummary } = goals;
  const id = newId();
  return {
    project: {
      id,
      roundId,
      projectId: project.id,
      organisationId: project.organisationId,
      light: assessment.light,
      lightRank: LIGHT_RANK[assessment.light],
      spendLight: assessment.spend.light,
      goalLight: goals.light,
      reason: assessment.reason,
      gapToPlan: hundredths(assessment.spend.gapToPlan),
      gapToStraightLine: hundredths(assessment.spend.gapToStraightLine),
      adjustedBudgetFen: input.adjustedBudgetFen,
      expenditureFen: input.expenditureFen,
      expenditureSource: input.expenditureSource ?? null,
      releasedFen: input.releasedFen ?? null,
      receivedFen: input.receivedFen ?? null,
      notReported: assessment.notReported,
      awaitingReport: assessment.awaitingReport,
      exempt: input.exempt,
      targetVersion,
      rulePackRef: rulePackRef(rulePack),
      assessment: { ...rest, goals: goalSummary },
      inputs,
      computedAt,
    },
    indicators: indicators.map((indicator) => indicatorRow(id, indicator, input)),
  };
}

function indicatorRow(projectLightId: string, assessment: IndicatorAssessment, input: AssessmentInput): IndicatorLight {
  const inputs = input.indicators.find(({ id }) => id === assessment.id);
  if (inputs === undefined) throw new Error(`Indicator ${assessment.id} was judged without an input`);
  const { light, reason } = assessment;
  return { id: newId(), projectLightId, lineageId: assessment.id, light, reason, assessment, inputs };
}

const hundredths = (points: number | null): number | null =>
  points === null ? null : Math.max(-MAX_GAP, Math.min(MAX_GAP, Math.round(points * 100)));
