import {
  LIGHT_RANK,
  rulePackRef,
  type AssessmentInput,
  type IndicatorAssessment,
  type IndicatorToAssess,
  type Light,
  type ProjectAssessment,
  type RulePack,
} from '@jixiao/domain';
import { newId } from '../../../platform/runtime/ids.js';
import type { Project } from '../../targets/index.js';
import { MAX_GAP } from '../persistence/list-order.js';
import type { ProjectLight, Standing, StoredIndicatorLight } from '../persistence/project-light.entity.js';

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

/** An indicator's light in one round, with the answer and the target as judged (R49). */
export interface IndicatorLight extends StoredIndicatorLight {
  readonly lineageId: string;
  readonly light: Light;
  readonly reason: string;
}

/** A project's lights in one round, with those of its indicators in the order of the target. */
export interface LightRows {
  readonly project: Omit<ProjectLight, 'indicators' | keyof Standing>;
  readonly indicators: readonly IndicatorLight[];
}

/** What stored lights were judged by. @param rulePack the one that they name */
export const judgedInput = ({ project, indicators }: LightRows, rulePack: RulePack): AssessmentInput => ({
  ...project.inputs,
  rulePack,
  indicators: indicators.map(({ inputs }) => inputs),
});

/** What keeps a project's lights with every input and figure that made them (R49). */
export function lightRows(
  { roundId, project, targetVersion, input, assessment }: JudgedProject,
  computedAt: string,
): LightRows {
  const { indicators: _indicators, rulePack, ...inputs } = input;
  const { goals, ...rest } = assessment;
  const { indicators, ...goalSummary } = goals;
  return {
    project: {
      id: newId(),
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
    indicators: indicators.map((indicator) =>
      indicatorLight({ assessment: indicator, inputs: inputOf(indicator, input) }),
    ),
  };
}

/** The light of an indicator as it is kept in the row of its project. */
export const indicatorLight = ({ assessment, inputs }: StoredIndicatorLight): IndicatorLight => ({
  lineageId: assessment.id,
  light: assessment.light,
  reason: assessment.reason,
  assessment,
  inputs,
});

function inputOf({ id }: IndicatorAssessment, input: AssessmentInput): IndicatorToAssess {
  const found = input.indicators.find((each) => each.id === id);
  if (found === undefined) throw new Error(`Indicator ${id} was judged without an input`);
  return found;
}

const hundredths = (points: number | null): number | null =>
  points === null ? null : Math.max(-MAX_GAP, Math.min(MAX_GAP, Math.round(points * 100)));
