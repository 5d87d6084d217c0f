import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { ProjectAccess, TargetRepository } from '../../targets/index.js';
import type { RectificationInput } from '../http/rectifications.dto.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import type { PlacedOrganisation } from '../persistence/follow-up-places.query.js';
import { Rectification } from '../persistence/rectification.entity.js';
import { RoundLightsQuery } from '../persistence/round-lights.query.js';
import { FollowUpAccess } from './follow-up-access.js';
import { KeepStep } from './keep-step.js';
import { NOTHING_DONE } from './nothing-done.js';
import { OwnersQuery } from './owners.query.js';
import { rectificationStepped } from './rectification.events.js';
import { RectifiedAlerts } from './rectified-alerts.js';
import { requirePlace } from './require-place.js';

/** What a rectification is about; a round only where alerts say it. */
interface About {
  readonly projectId: string | null;
  readonly organisationId: string | null;
  readonly roundId: string | null;
}

/** The unit opens one itself, or is asked to put right by whoever looks at it afterwards. */
const OPENING: readonly Permission[] = ['rectifications.write', 'rectifications.review'];

/** Opens a rectification for alerts of a project, an audit finding or a self-evaluation. */
@Injectable()
export class OpenRectification {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projects: ProjectAccess,
    private readonly organisations: OrganisationAccess,
    private readonly targets: TargetRepository,
    private readonly access: FollowUpAccess,
    private readonly alerts: RectifiedAlerts,
    private readonly owners: OwnersQuery,
    private readonly lights: RoundLightsQuery,
    private readonly rows: FollowUpRepository,
    private readonly keep: KeepStep,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns its id
   * @throws DomainError `project-or-unit`, what `RectifiedAlerts` refuses, `not-found` for a project or unit out of sight, `forbidden`, `owner-not-of-unit`
   */
  async run(user: CurrentUser, input: RectificationInput, remoteAddress?: string): Promise<string> {
    const id = newId();
    await this.uow.run(async (manager) => {
      const about = await this.aboutOf(manager, input);
      const unit = await this.unitOf(manager, user, about);
      const by = this.access.require(user, unit, OPENING);
      const row = await this.rowOf(manager, user, unit, { ...input, ...about });
      await this.rows.insert(manager, Rectification, { ...row, id, openedBy: by.actor });
      const alertIds = input.alertIds ?? [];
      if (about.roundId !== null) {
        await this.alerts.begin(manager, id, alertIds, { ...by, actorName: user.displayName });
      }
      const { source, finding, projectId, organisationId, owner, deadline } = row;
      await this.keep.run(manager, id, by, {
        step: 'open',
        text: finding,
        action: 'rectifications.open',
        subject: `rectification/${id}`,
        after: { source, projectId, organisationId, alertIds, finding, owner, deadline },
        remoteAddress,
      });
      const rectification = { ...row, id, openedBy: by.actor };
      await this.events.publish(
        manager,
        rectificationStepped({ rectification, step: 'open', actor: by.actor, text: finding }),
      );
    });
    return id;
  }

  /** Alerts say which project it is, and by which round it was found. */
  private async aboutOf(manager: EntityManager, input: RectificationInput): Promise<About> {
    if (input.source === 'alert') {
      return { organisationId: null, ...(await this.alerts.require(manager, input.alertIds ?? [])) };
    }
    requirePlace(input);
    return { projectId: input.projectId ?? null, organisationId: input.organisationId ?? null, roundId: null };
  }

  /** The project is held, so that the undo of an import does not take it away meanwhile. */
  private async unitOf(
    manager: EntityManager,
    user: CurrentUser,
    { projectId, organisationId }: About,
  ): Promise<PlacedOrganisation> {
    if (projectId) {
      await this.targets.lockProjects(manager, [projectId]);
      return (await this.projects.require(user, projectId, 'lights.read', manager)).organisation;
    }
    return this.organisations.require(user, organisationId ?? '', 'lights.read');
  }

  private async rowOf(
    manager: EntityManager,
    user: CurrentUser,
    unit: PlacedOrganisation,
    input: RectificationInput & About,
  ): Promise<Omit<Rectification, 'id' | 'openedBy'>> {
    const { projectId, roundId } = input;
    const found = projectId === null ? null : await this.lights.of(manager, projectId, roundId);
    const owner = input.owner ?? (await this.ownName(manager, user, unit));
    if (input.owner) await this.owners.require(manager, unit.path, input.owner);
    return {
      ...NOTHING_DONE,
      source: input.source,
      projectId,
      organisationId: unit.id,
      roundId: found?.roundId ?? roundId,
      lightBefore: found?.light ?? null,
      finding: input.finding,
      reference: input.reference ?? null,
      owner,
      measures: input.measures ?? null,
      deadline: input.deadline ?? null,
      openedAt: this.clock.now(),
    };
  }

  /** Who opens one for the own unit answers for it until somebody else is named. */
  private async ownName(
    manager: EntityManager,
    user: CurrentUser,
    { path }: PlacedOrganisation,
  ): Promise<string | null> {
    if (!holdsAt(user, 'rectifications.write', path)) return null;
    const owners = await this.owners.of(manager, path);
    return owners.some(({ username }) => username === user.username) ? user.username : null;
  }
}
