import {
  assessVerified,
  type AssessmentInput,
  type IndicatorAnswer,
  type ProjectAssessment,
  type RulePack,
} from '@jixiao/domain';
import type { VerifiedResult } from '../persistence/verified-result.entity.js';
import type { LightRows } from './light-rows.js';

/** The lights of a project by what was found, from the stored inputs of its official ones (R49). */
export function verifiedAssessment(
  stored: LightRows,
  findings: readonly VerifiedResult[],
  rulePack: RulePack,
): ProjectAssessment {
  const input: AssessmentInput = {
    ...stored.project.inputs,
    rulePack,
    indicators: stored.indicators.map(({ inputs }) => inputs),
  };
  const spent = findings.find(({ lineageId }) => lineageId === null);
  const answers = new Map(
    findings.flatMap(({ lineageId, answer }) => (lineageId === null || answer === null ? [] : [[lineageId, answer]])),
  );
  return assessVerified(input, { expenditureFen: spent?.expenditureFen ?? null, answers });
}

/** Whether a finding is another than what was reported; the words beside an outcome do not matter. */
export function isDifferent({ project, indicators }: LightRows, finding: VerifiedResult): boolean {
  if (finding.lineageId === null) return finding.expenditureFen !== project.expenditureFen;
  const reported = indicators.find(({ lineageId }) => lineageId === finding.lineageId)?.inputs.answer ?? null;
  return essence(reported) !== essence(finding.answer);
}

function essence(answer: IndicatorAnswer | null): string {
  switch (answer?.type) {
    case 'value':
      return `value ${answer.value}`;
    case 'outcome':
      return `outcome ${answer.outcome}`;
    case 'doneOn':
      return `done ${answer.doneOn}`;
    case 'notDone':
    case 'noData':
      return answer.type;
    case undefined:
      return '';
  }
}
