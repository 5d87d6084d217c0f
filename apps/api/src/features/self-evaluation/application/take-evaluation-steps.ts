import type { EvaluationStep } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { EvaluationStepsInput } from '../http/evaluations.dto.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import type { EvaluationYear } from '../persistence/evaluation-year.entity.js';
import { FinalAccountRepository } from '../persistence/final-account.repository.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { EvaluationAccess, type PlacedEvaluation } from './evaluation-access.js';
import { checkEvaluationStep } from './evaluation-step-check.js';
import { evaluationStepped } from './evaluation.events.js';
import { fromHundredths } from './hundredths.js';
import { SealEvaluations } from './seal-evaluations.js';
import { steppedEvaluation, type StepBasis, type SteppedEvaluation, type StepToTake } from './stepped-evaluation.js';

/** What became of each evaluation: its row as it is now, or why it stays as it was. */
export interface EvaluationStepsTaken {
  readonly done: readonly SelfEvaluation[];
  readonly refused: ReadonlyMap<string, DomainError>;
}

type Points = EvaluationStepsInput['evaluations'][number]['points'];

/** Steps by which a level gives points of its own. */
const SCORING: readonly EvaluationStep[] = ['review', 'accept'];

/**
 * Takes one and the same step with many self-evaluations: 提交, 撤回, 单位审核, 部门复核, 财政复核, 退回, 重新开放. Each is on its own: what
 * one is refused for hinders no other. What finance accepts is sealed in the same transaction.
 */
@Injectable()
export class TakeEvaluationSteps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: EvaluationAccess,
    private readonly rules: EvaluationRuleRepository,
    private readonly accounts: FinalAccountRepository,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly seal: SealEvaluations,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Refusals are part of the answer: what `holdMany`, `checkEvaluationStep` and `steppedEvaluation` refuse. */
  async run(
    user: CurrentUser,
    { step, evaluations: asked, message }: EvaluationStepsInput,
    remoteAddress?: string,
  ): Promise<EvaluationStepsTaken> {
    return this.uow.run(async (manager) => {
      const { held, refused: unseen, years } = await this.access.holdMany(manager, user, asked);
      const refused = new Map(unseen);
      const basisOf = await this.basis(manager, held, years);
      const now = { at: this.clock.now(), today: this.clock.today() };
      const taking: StepToTake = { step, message: message?.trim() || null, user, ...now };
      const points = new Map(asked.map((each) => [each.id, each.points]));
      const done: SteppedEvaluation[] = [];
      for (const [id, placed] of held) {
        try {
          done.push(stepped(placed, taking, basisOf(placed, points.get(id)), years.get(placed.row.year)));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          refused.set(id, error);
        }
      }
      return { done: await this.write(manager, done, held, taking, remoteAddress), refused };
    });
  }

  private async basis(
    manager: EntityManager,
    held: ReadonlyMap<string, PlacedEvaluation>,
    years: ReadonlyMap<number, EvaluationYear>,
  ): Promise<(placed: PlacedEvaluation, points: Points) => StepBasis> {
    const rules = new Map<number, StepBasis['rules']>();
    for (const { year, rulesRef } of years.values()) rules.set(year, await this.rules.content(manager, rulesRef));
    const accounts = await this.accounts.current(
      manager,
      [...held.values()].map(({ row }) => row.projectId),
    );
    const ordinals = await this.evaluations.lastOrdinals(manager, [...held.keys()]);
    return ({ row }, points) => {
      const ofYear = rules.get(row.year);
      if (ofYear === undefined) throw new Error(`No rules of ${row.year}`);
      const account = accounts.get(row.projectId);
      return { rules: ofYear, account, lastOrdinal: ordinals.get(row.id) ?? 0, given: points ?? {} };
    };
  }

  private async write(
    manager: EntityManager,
    done: readonly SteppedEvaluation[],
    held: ReadonlyMap<string, PlacedEvaluation>,
    { step, message, user }: StepToTake,
    remoteAddress: string | undefined,
  ): Promise<readonly SelfEvaluation[]> {
    if (done.length === 0) return [];
    await this.evaluations.addSteps(
      manager,
      done.map(({ entry }) => entry),
    );
    const stored = done.map(({ row }) => row);
    const rows = step === 'accept' ? await this.seal.run(manager, stored, held, user.username) : stored;
    await this.evaluations.replace(manager, rows);
    const entries = new Map(done.map(({ entry }) => [entry.evaluationId, entry]));
    await this.audit.recordMany(
      manager,
      rows.map((row) => {
        const entry = entries.get(row.id);
        return {
          actor: user.username,
          onBehalfOf: entry?.onBehalfOf ?? null,
          action: `evaluations.${step}` as const,
          subject: `self-evaluation/${row.id}`,
          before: { state: entry?.fromState },
          after: {
            state: row.state,
            total: fromHundredths(row.total),
            grade: row.grade,
            ...(row.selfApproved && step === 'approve' ? { selfApproved: true } : {}),
            ...(entry?.points && Object.keys(entry.points).length > 0 ? { points: entry.points } : {}),
            message,
          },
          remoteAddress,
        };
      }),
    );
    const before = new Map([...held].map(([id, { row }]) => [id, row]));
    const { username: actor } = user;
    await this.events.publish(manager, evaluationStepped({ step, evaluations: rows, before, actor, message }));
    return rows;
  }
}

/** @throws DomainError `evaluation-rescoring`, `evaluation-points-not-here`, and what checks and steps refuse */
function stepped(
  { row, unit }: PlacedEvaluation,
  taking: StepToTake,
  basis: StepBasis,
  year: EvaluationYear | undefined,
): SteppedEvaluation {
  const checked = checkEvaluationStep(taking.user, taking.step, row, unit);
  if (row.rulesRef !== year?.rulesRef) throw new DomainError('evaluation-rescoring');
  const givesPoints = Object.keys(basis.given).length > 0;
  if (givesPoints && !SCORING.includes(taking.step)) throw new DomainError('evaluation-points-not-here');
  return steppedEvaluation(row, checked, taking, basis);
}
