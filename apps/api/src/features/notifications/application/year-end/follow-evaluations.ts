import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type PayloadOf } from '../../../../platform/events/domain-events.js';
import { groupBy } from '../../../../platform/runtime/group-by.js';
import { nearestHolders, PeopleDirectory, type RoleHolder } from '../../../identity/index.js';
import { ReportProgressQuery } from '../../../reporting/index.js';
import {
  EvaluationProgressQuery,
  evaluationStepped,
  EvaluationYearRepository,
  type EvaluationProgress,
} from '../../../self-evaluation/index.js';
import { noticeKey, Notify, type Notice } from '../notify.js';
import { others } from '../others.js';
import { WaitingWork } from '../waiting-work.js';
import { acceptedNotices, sentBackNotice, type UnitStep } from './evaluation-notices.js';
import { evaluationQueues } from './evaluation-queues.js';
import { dueAbout, DUE_KINDS } from './watch-evaluations.js';

type Stepped = PayloadOf<typeof evaluationStepped>;
type SelfEvaluation = Stepped['evaluations'][number];

/**
 * Tells each level what waits for it (单位审核, 部门复核, 财政审定), a unit's clerks what became of what they handed in, and who
 * had passed it that it came back.
 */
@Injectable()
export class FollowEvaluations implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly years: EvaluationYearRepository,
    private readonly progress: EvaluationProgressQuery,
    private readonly projects: ReportProgressQuery,
    private readonly people: PeopleDirectory,
    private readonly waiting: WaitingWork,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(evaluationStepped, async (manager, stepped) => {
      for (const [year, evaluations] of groupBy(stepped.evaluations, (row) => String(row.year))) {
        await this.follow(manager, Number(year), { ...stepped, evaluations });
      }
    });
  }

  private async follow(manager: EntityManager, year: number, stepped: Stepped): Promise<void> {
    const unitIds = stepped.evaluations.map(({ organisationId }) => organisationId);
    const units = await this.progress.of(manager, year, unitIds);
    for (const { queue, units: own } of evaluationQueues(units)) {
      await this.waiting.refresh(manager, { year }, queue, own, stepped);
    }
    if (stepped.step === 'submit') await this.settleReminders(manager, year, units);
    await this.tellUnits(manager, year, units, stepped);
  }

  private async settleReminders(
    manager: EntityManager,
    year: number,
    units: readonly EvaluationProgress[],
  ): Promise<void> {
    const opened = await this.years.find(manager, year);
    const done = units.filter(({ open }) => open === 0);
    if (opened === null || done.length === 0) return;
    const keys = done.flatMap(({ organisationId }) =>
      DUE_KINDS.map((kind) => noticeKey(kind, year, dueAbout(organisationId, opened))),
    );
    await this.notify.settle(manager, keys);
  }

  private async tellUnits(
    manager: EntityManager,
    year: number,
    units: readonly EvaluationProgress[],
    stepped: Stepped,
  ): Promise<void> {
    const { step, evaluations, before, actor, message } = stepped;
    if (step !== 'return' && step !== 'reopen' && step !== 'accept') return;
    const clerks = await this.people.holders(manager, 'evaluations.write');
    const approvers = await this.people.holders(manager, 'evaluations.approve');
    const passers = [...approvers, ...(await this.people.holders(manager, 'evaluations.review'))];
    const projectName = await this.namesOf(manager, evaluations);
    const notices = units.flatMap((unit): readonly Notice[] => {
      const own = evaluations.filter(({ organisationId }) => organisationId === unit.organisationId);
      const told: UnitStep = { unit, evaluations: own, projectName };
      const near = nearestHolders(clerks, unit.path);
      if (step === 'accept') {
        const recipients = others([...near, ...nearestHolders(approvers, unit.path)], actor);
        return acceptedNotices(told).map((notice) => ({ ...notice, recipients }));
      }
      const recipients = others([...near, ...whoPassed(own, before, passers)], actor);
      return [{ ...sentBackNotice(step === 'return' ? 'returned' : 'reopened', told, message), recipients }];
    });
    await this.notify.tell(manager, { year }, notices, 'asNew');
  }

  private async namesOf(
    manager: EntityManager,
    evaluations: readonly SelfEvaluation[],
  ): Promise<UnitStep['projectName']> {
    const ids = evaluations.map(({ projectId }) => projectId);
    const names = new Map((await this.projects.unitsOf(manager, ids)).map(({ projectId, name }) => [projectId, name]));
    return (id) => names.get(id) ?? '';
  }
}

/** Who had approved or reviewed any of these, in whose name it was done too; the rows themselves are no longer signed. */
function whoPassed(
  evaluations: readonly SelfEvaluation[],
  before: Stepped['before'],
  passers: readonly RoleHolder[],
): readonly RoleHolder[] {
  const hands = new Set(
    evaluations.flatMap(({ id }) => {
      const row = before.get(id);
      return row === undefined ? [] : [row.approvedBy, row.approvedFor, row.reviewedBy, row.reviewedFor];
    }),
  );
  return passers.filter(({ username }) => hands.has(username));
}
