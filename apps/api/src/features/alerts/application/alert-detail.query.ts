import type { AlertAnswer, AlertClosing, EscalationLevel } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { ProjectAccess } from '../../targets/index.js';
import type { AlertDetail, AlertView, ProjectAlerts } from '../http/alerts.dto.js';
import { AlertSearch } from '../persistence/alert-search.query.js';
import type { AlertStep } from '../persistence/alert-step.entity.js';
import { AlertRepository } from '../persistence/alert.repository.js';
import { AlertViews } from './alert-views.js';

type StepView = AlertDetail['history'][number];

/** One alert with its history, and all alerts of a project. */
@Injectable()
export class AlertDetailQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly alerts: AlertRepository,
    private readonly search: AlertSearch,
    private readonly projects: ProjectAccess,
    private readonly views: AlertViews,
  ) {}

  /** @throws DomainError `not-found` also for an alert of a unit out of reach */
  async run(user: CurrentUser, id: string, locale: Locale): Promise<AlertDetail> {
    const manager = this.uow.reader;
    const place = (await this.alerts.places(manager, [id])).get(id);
    if (place === undefined || !holdsAt(user, 'lights.read', place.path)) throw new DomainError('not-found');
    const [view] = await this.views.of(manager, user, [id], locale);
    if (view === undefined) throw new DomainError('not-found');
    const steps = await this.alerts.steps(manager, id);
    return { ...view, history: [raised(view), ...steps.map(stepView)] };
  }

  /** @throws DomainError `not-found` for a project out of reach */
  async ofProject(user: CurrentUser, projectId: string, locale: Locale): Promise<ProjectAlerts> {
    await this.projects.require(user, projectId, 'lights.read');
    const manager = this.uow.reader;
    const ids = await this.search.ofProject(manager, projectId);
    return { items: await this.views.of(manager, user, ids, locale) };
  }
}

const NOTHING = { actor: null, actorName: null, actedFor: null, text: null } as const;
const NO_FIGURES = { answer: null, closing: null, level: null, deadline: null } as const;

const raised = ({ raisedAt }: AlertView): StepView => ({ at: raisedAt, step: 'raised', ...NOTHING, ...NO_FIGURES });

const stepView = ({ at, step, actor, actorName, actedFor, text, params }: AlertStep): StepView => ({
  at,
  step,
  actor,
  actorName,
  actedFor,
  text,
  answer: (params?.answer ?? null) as AlertAnswer | null,
  closing: (params?.closing ?? null) as AlertClosing | null,
  level: (params?.level ?? null) as EscalationLevel | null,
  deadline: (params?.deadline ?? null) as string | null,
});
