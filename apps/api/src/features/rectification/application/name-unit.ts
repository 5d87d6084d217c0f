import { namingStepNeedsText, permissionForNamingStep, takeNamingStep, type NamingStep } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { handsOf, holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { NamingInput, NamingStepInput } from '../http/named-units.dto.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { NamedUnit } from '../persistence/named-unit.entity.js';
import { FollowUpAccess } from './follow-up-access.js';
import { isOwnHand } from './own-hand.js';
import { namingStepped } from './rectification.events.js';

/** Puts a unit on the list for 通报 or 约谈 because of a round, and moves that on. */
@Injectable()
export class NameUnit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationAccess,
    private readonly rounds: RoundRepository,
    private readonly access: FollowUpAccess,
    private readonly rows: FollowUpRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @returns its id @throws DomainError `not-found`, `forbidden`, `round-not-found` */
  async propose(user: CurrentUser, input: NamingInput, remoteAddress?: string): Promise<string> {
    const { organisationId, kind, reason } = input;
    const unit = await this.organisations.require(user, organisationId, 'lights.read');
    const by = this.access.require(user, unit, ['measures.propose']);
    const id = newId();
    await this.uow.run(async (manager) => {
      const round = await this.rounds.require(manager, input.year, input.month);
      const named: NamedUnit = {
        ...NOTHING_DECIDED,
        id,
        organisationId,
        roundId: round.id,
        kind,
        reason,
        proposedBy: by.actor,
        proposedFor: by.onBehalfOf,
        proposedAt: this.clock.now(),
      };
      await this.rows.insert(manager, NamedUnit, named);
      const [subject, after] = [`naming/${id}`, { ...input }];
      await this.audit.record(manager, { ...by, action: 'named-units.propose', subject, after, remoteAddress });
      await this.events.publish(manager, namingStepped({ named, step: 'propose', actor: by.actor, text: reason }));
    });
    return id;
  }

  /**
   * @throws DomainError what `FollowUpAccess.hold` does, `naming-step-refused`, `text-needed`, `measure-own`,
   *   `measure-not-own`, `held-day-needed`
   */
  async step(user: CurrentUser, id: string, input: NamingStepInput, remoteAddress?: string): Promise<void> {
    const { step, version, heldOn } = input;
    const text = input.text ?? null;
    await this.uow.run(async (manager) => {
      const anyOf = [permissionForNamingStep(step)];
      const { row, unit, by } = await this.access.hold(manager, user, NamedUnit, { id, version, anyOf });
      const next = takeNamingStep(row.state, step);
      if (!next.ok) throw DomainError.of(next.error);
      if (namingStepNeedsText(step) && text === null) throw new DomainError('text-needed');
      const fault = faultOfHand(row, user, unit.path, step);
      if (fault !== null) throw new DomainError(fault);
      if (step === 'hold' && !heldOn) throw new DomainError('held-day-needed');
      const signed =
        step === 'hold'
          ? { heldOn: heldOn ?? null, record: text, recordedBy: by.actor }
          : { decidedBy: by.actor, decidedAt: this.clock.now(), message: text };
      const named = await this.rows.change(manager, NamedUnit, row, { ...signed, state: next.value });
      await this.audit.record(manager, {
        ...by,
        action: `named-units.${step}`,
        subject: `naming/${id}`,
        before: { state: row.state },
        after: { state: named.state, text, heldOn: named.heldOn },
        remoteAddress,
      });
      await this.events.publish(manager, namingStepped({ named, step, actor: by.actor, text }));
    });
  }
}

/** Another person decides than who proposed it. */
function faultOfHand(
  { proposedBy, proposedFor }: NamedUnit,
  user: CurrentUser,
  path: string,
  step: NamingStep,
): 'measure-own' | 'measure-not-own' | null {
  if (step === 'hold') return null;
  const isOwn = isOwnHand(user, permissionForNamingStep(step), path, handsOf(proposedBy, proposedFor));
  if (step === 'withdraw') return isOwn ? null : 'measure-not-own';
  return isOwn ? 'measure-own' : null;
}

export const mayTakeNamingStep = (row: NamedUnit, user: CurrentUser, path: string, step: NamingStep): boolean =>
  takeNamingStep(row.state, step).ok &&
  holdsAt(user, permissionForNamingStep(step), path) &&
  faultOfHand(row, user, path, step) === null;

const NOTHING_DECIDED = {
  state: 'proposed',
  decidedBy: null,
  decidedAt: null,
  message: null,
  heldOn: null,
  record: null,
  recordedBy: null,
  version: 0,
} as const satisfies Partial<NamedUnit>;
