import { DEFAULT_EVALUATION_RULES } from '@jixiao/domain';
import type { EntityManager } from 'typeorm';
import { UNSIGNED } from '../../apps/api/src/features/self-evaluation/application/evaluation-signatures.js';
import { ownScores } from '../../apps/api/src/features/self-evaluation/application/scored-evaluation.js';
import { EvaluationRuleVersion } from '../../apps/api/src/features/self-evaluation/persistence/evaluation-rule-version.entity.js';
import { EvaluationYear } from '../../apps/api/src/features/self-evaluation/persistence/evaluation-year.entity.js';
import { SelfEvaluation } from '../../apps/api/src/features/self-evaluation/persistence/self-evaluation.entity.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';

interface Place {
  readonly year: number;
  readonly roundId: string;
  readonly projectId: string;
  readonly organisationId: string;
}

const REF = 'evaluation-rules@1';
const NOBODY = { by: 'finance', at: '2023-01-01T00:00:00.000Z' };

/** A draft without indicators in a year that is opened by it; no December has to be locked for it. @returns its id */
export async function insertEvaluation(manager: EntityManager, place: Place): Promise<string> {
  const { year, roundId, projectId, organisationId } = place;
  if ((await manager.findOneBy(EvaluationYear, { year })) === null) {
    const content = DEFAULT_EVALUATION_RULES;
    const preset = { ref: REF, version: 1, content, publishedAt: NOBODY.at, publishedBy: null, note: null };
    await manager.insert(EvaluationRuleVersion, preset as never);
    const opened = { openedBy: NOBODY.by, openedAt: NOBODY.at, version: 1, exempt: 0, submitBy: '2099-01-31' };
    await manager.insert(EvaluationYear, { year, roundId, rulesRef: REF, frame: 'A', ...opened });
  }
  const none = { initialFen: null, adjustedFen: null, spentFen: null };
  const row = {
    id: newId(),
    year,
    projectId,
    organisationId,
    state: 'draft' as const,
    version: 1,
    frame: 'A' as const,
    rulesRef: REF,
    content: {
      expectedGoal: null,
      achievedGoal: null,
      initialBudgetFen: null,
      funds: { fiscal: none, carriedOver: none, other: none },
      leaves: [],
    },
    drafted: {
      roundId,
      targetVersion: 1,
      spent: { fiscal: null, carriedOver: null, other: null },
      answers: {},
      printedWeights: {},
    },
    adjustedBudgetFen: 100,
    expenditureFen: 100,
    expenditureSource: 'round' as const,
    roundExpenditureFen: 100,
    finalAccountFen: null,
    december: null,
    departmentScores: null,
    financeScores: null,
    departmentPoints: null,
    financePoints: null,
    message: null,
    writtenBy: [],
    updatedBy: null,
    updatedFor: null,
    updatedAt: NOBODY.at,
    ...UNSIGNED,
    sealVersion: null,
  };
  await manager.insert(SelfEvaluation, { ...row, ...ownScores(row, DEFAULT_EVALUATION_RULES) } as never);
  return row.id;
}
