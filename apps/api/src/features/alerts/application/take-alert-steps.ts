import { alertObstacle, permissionForAlert, type AlertAction } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { AuditLog } from '../../audit/index.js';
import type { AlertStep } from '../persistence/alert-step.entity.js';
import type { Alert } from '../persistence/alert.entity.js';
import { AlertRepository, type AlertPlace } from '../persistence/alert.repository.js';
import { refOf } from './alert-ref.js';
import { standingOf } from './alert-standing.js';
import { alertsStepped } from './alert.events.js';
import { AlertNews } from './alert-news.js';
import type { AlertStepToTake } from './alert-step-to-take.js';
import { StepAlert } from './step-alert.js';
import type { StepActor } from './step-row.js';

export interface AlertStepsTaken {
  readonly done: readonly Alert[];
  readonly refused: ReadonlyMap<string, DomainError>;
}

const AUDITED = {
  acknowledge: 'alerts.acknowledge',
  answer: 'alerts.answer',
  decideSuspension: 'alerts.decide-suspension',
  recordOnSite: 'alerts.record-on-site',
} as const satisfies Readonly<Record<AlertAction, string>>;

interface Stepped {
  readonly before: Alert;
  readonly after: Alert;
  readonly step: AlertStep;
  readonly by: StepActor;
}

/** Does the same with some alerts: 签收, 回应, 暂停与否, 现场核查. Each is on its own: what one is refused for hinders no other. */
@Injectable()
export class TakeAlertSteps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly alerts: AlertRepository,
    private readonly step: StepAlert,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly news: AlertNews,
    private readonly clock: Clock,
  ) {}

  /** Refusals, by alert: `not-found`, `forbidden`, `alert-outdated`, and what `alertObstacle` says. */
  async run(
    user: CurrentUser,
    asked: readonly { readonly id: string; readonly version: number }[],
    taking: AlertStepToTake,
    remoteAddress?: string,
  ): Promise<AlertStepsTaken> {
    const versions = new Map(asked.map(({ id, version }) => [id, version]));
    return this.uow.run(async (manager) => {
      const ids = [...versions.keys()];
      const held = new Map((await this.alerts.hold(manager, ids)).map((alert) => [alert.id, alert]));
      const places = await this.alerts.places(manager, ids);
      const refused = new Map<string, DomainError>();
      const done: Stepped[] = [];
      for (const [id, version] of versions) {
        const [alert, place] = [held.get(id), places.get(id)];
        const code = refusal(user, taking.action, version, alert, place);
        if (code !== null || alert === undefined || place === undefined) {
          refused.set(id, new DomainError(code ?? 'not-found'));
          continue;
        }
        const by = { ...actorAt(user, permissionForAlert(taking.action), place.path), actorName: user.displayName };
        done.push({ before: alert, by, ...(await this.step.run(manager, alert, taking, by, this.clock.now())) });
      }
      await this.store(manager, user, taking, done, remoteAddress);
      return { done: done.map(({ after }) => after), refused };
    });
  }

  private async store(
    manager: EntityManager,
    { username }: CurrentUser,
    taking: AlertStepToTake,
    done: readonly Stepped[],
    remoteAddress: string | undefined,
  ): Promise<void> {
    const [first] = done;
    if (first === undefined) return;
    const alerts = done.map(({ after }) => after);
    await this.alerts.update(manager, alerts);
    await this.alerts.addSteps(
      manager,
      done.map(({ step }) => step),
    );
    await this.audit.recordMany(
      manager,
      done.map(({ before, after, by: { actor, onBehalfOf } }) => ({
        actor,
        onBehalfOf,
        action: AUDITED[taking.action],
        subject: `project/${after.projectId}`,
        before: recorded(before),
        after: { ...recorded(after), ...said(taking) },
        remoteAddress,
      })),
    );
    const text = 'text' in taking ? taking.text : null;
    const { step } = first.step;
    if (step === 'closed' || step === 'reopened') return;
    for (const [roundId, own] of groupBy(alerts, (alert) => alert.roundId)) {
      const event = { roundId, step, alerts: own.map(refOf), actor: username, text };
      await this.events.publish(manager, alertsStepped(event));
    }
    await this.news.tell(
      manager,
      alerts.map(({ roundId }) => roundId),
    );
  }
}

const recorded = ({ kind, state, suspension, version }: Alert) => ({
  alert: kind,
  alertState: state,
  suspension,
  version,
});

/** What the person chose and wrote. */
const said = (taking: AlertStepToTake): Readonly<Record<string, string>> => ({
  ...('answer' in taking ? { alertAnswer: taking.answer } : {}),
  ...('decision' in taking ? { decision: taking.decision } : {}),
  ...('text' in taking ? { message: taking.text } : {}),
});

/** Why this cannot be done with an alert; null where it can. */
function refusal(
  user: CurrentUser,
  action: AlertAction,
  version: number,
  alert: Alert | undefined,
  place: AlertPlace | undefined,
): string | null {
  if (alert === undefined || place === undefined || !holdsAt(user, 'lights.read', place.path)) return 'not-found';
  if (!holdsAt(user, permissionForAlert(action), place.path)) return 'forbidden';
  const obstacle = alertObstacle(action, standingOf(alert));
  if (obstacle !== null) return obstacle;
  return alert.version === version ? null : 'alert-outdated';
}
