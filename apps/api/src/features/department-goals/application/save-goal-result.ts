import { checkAnswer, reasonsText, type IndicatorAnswer, type RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { answerText } from '../../monitoring/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { answerOf, RoundRepository, type MonitoringRound } from '../../reporting/index.js';
import { DepartmentGoalRepository, FiscalYearRepository } from '../../targets/index.js';
import type { GoalResultInput } from '../http/department-goals.dto.js';
import type { DepartmentGoalResult } from '../persistence/department-goal-result.entity.js';
import { GoalDirectionRepository } from '../persistence/goal-direction.repository.js';
import { GoalResultRepository } from '../persistence/goal-result.repository.js';
import { sentenceAt, type KeyedSentence } from './goal-keys.js';
import { judgedSentence, targetOf, type Decision, type JudgedSentence } from './judged-sentence.js';
import { resultRow } from './result-row.js';
import { requireTakesGoalResults } from './writable-goals.js';

/** Which sentence of which unit's goals in which round. */
export interface SentencePlace {
  readonly year: number;
  readonly month: number;
  readonly organisationId: string;
  readonly sentenceKey: string;
}

/** Saves what a unit reports of one sentence of its department goals, with the light that it gives. */
@Injectable()
export class SaveGoalResult {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly rounds: RoundRepository,
    private readonly goals: DepartmentGoalRepository,
    private readonly results: GoalResultRepository,
    private readonly directions: GoalDirectionRepository,
    private readonly years: FiscalYearRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found` for a unit out of reach, `round-not-found`, `round-locked`, `round-not-open`,
   *   `goal-reporting-ended`; `goal-sentence-gone` where the document in force has no such sentence; `goal-result-changed` where
   *   somebody else saved since `version` was read; what `answerOf` and `checkAnswer` refuse
   */
  async run(user: CurrentUser, place: SentencePlace, input: GoalResultInput, remoteAddress?: string): Promise<void> {
    const { year, month, organisationId } = place;
    const { path } = await this.access.require(user, organisationId, 'reports.write');
    await this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'shared');
      requireTakesGoalResults(round, this.clock.today());
      const { goal, sentence } = sentenceAt(await this.goals.hold(manager, year, organisationId), place.sentenceKey);
      const row = await this.results.find(manager, round.id, organisationId, sentence.key);
      requireVersion(row, input.version);
      const rulePack = await this.years.rulePack(manager, round.rulePackRef);
      const decision = (await this.directions.find(manager, year, organisationId, sentence.key)) ?? undefined;
      const followed = { ...judged(sentence, input, decision, round, rulePack), row: row ?? undefined };
      const explanation = { reasons: input.reasons ?? [], reasonNote: input.reasonNote?.trim() || null };
      const by = actorAt(user, 'reports.write', path);
      const saved = {
        version: (row?.version ?? 0) + 1,
        savedAt: this.clock.now(),
        savedBy: by.actor,
        savedFor: by.onBehalfOf,
      };
      const after = resultRow(round.id, goal, followed, explanation, rulePack, saved);
      await this.results.put(manager, [after]);
      await this.audit.record(manager, {
        ...by,
        action: 'department-goals.save-result',
        subject: `round/${year}-${month}/${organisationId}`,
        before: row === null ? null : recorded(row),
        after: recorded(after),
        remoteAddress,
      });
    });
  }
}

function requireVersion(row: DepartmentGoalResult | null, version: number): void {
  const current = row?.version ?? 0;
  if (version === current) return;
  throw new DomainError('goal-result-changed', {
    version,
    current,
    savedBy: row?.savedBy ?? null,
    savedAt: row?.savedAt ?? null,
  });
}

/** The answer as given, and the light that it makes (R17–R21). */
function judged(
  sentence: KeyedSentence,
  input: GoalResultInput,
  decision: Decision,
  round: MonitoringRound,
  rulePack: RulePack,
): JudgedSentence {
  const period = { year: round.year, month: round.month };
  const target = targetOf(sentence, round.year, decision);
  const answer = answerGiven(input);
  const problem = answer && checkAnswer(target, target.kind, answer, period);
  if (problem) throw new DomainError(problem.code, { indicator: target.name, ...problem.params });
  return judgedSentence(sentence, answer, decision, period, rulePack);
}

function answerGiven(input: GoalResultInput): IndicatorAnswer | null {
  const read = answerOf(input);
  if (!read.ok) throw DomainError.of(read.error);
  return read.value;
}

/** As the trail keeps it: readable without the row, which goes on changing. */
const recorded = ({ goalTitle, sentence, inputs, reasons, reasonNote, light, version }: DepartmentGoalResult) => ({
  goal: goalTitle,
  indicator: sentence,
  result: answerText(inputs.answer, inputs.target.unit, 'zh'),
  light,
  reasons: reasonsText(reasons, 'zh'),
  reasonNote,
  version,
});
