import { excerpt, wanFromFen } from '@jixiao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents, type PayloadOf } from '../../../../platform/events/domain-events.js';
import { newId } from '../../../../platform/runtime/ids.js';
import type { RoleHolder } from '../../../identity/index.js';
import { FollowUpPlaces, measureStepped, namingStepped } from '../../../rectification/index.js';
import { noticeKey, Notify, type Notice } from '../notify.js';
import { FollowUpPeople } from './follow-up-people.js';

type Measured = PayloadOf<typeof measureStepped>;
type Named = PayloadOf<typeof namingStepped>;

/**
 * Tells who decides that a measure, 通报 or 约谈 waits for them, who proposed it what was decided, and the unit what it has to
 * reckon with. That its budget is cut it hears by the adjustment itself.
 */
@Injectable()
export class FollowMeasures implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly places: FollowUpPlaces,
    private readonly people: FollowUpPeople,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(measureStepped, (manager, stepped) => this.followMeasure(manager, stepped));
    this.events.subscribe(namingStepped, (manager, stepped) => this.followNaming(manager, stepped));
  }

  private async followMeasure(manager: EntityManager, { measure, step, actor, text }: Measured): Promise<void> {
    const { id, projectId, organisationId, amountFen } = measure;
    const year = Number(measure.proposedAt.slice(0, 4));
    if (step !== 'propose') await this.notify.settle(manager, [noticeKey('measure-proposed', year, id)]);
    const places = await this.places.of(manager, {
      projectIds: [projectId],
      organisationIds: [organisationId],
      roundIds: [],
    });
    const { name: unit, path } = places.organisation(organisationId);
    const amount = amountFen === null ? '' : wanFromFen(amountFen);
    const project = places.project(projectId)?.name ?? '';
    const params = {
      ...{ subjectId: id, organisationId, unit, project, amount, message: excerpt(text ?? '') },
      ...(measure.effectiveOn === null ? {} : { effectiveOn: measure.effectiveOn }),
    };
    const tell = (kind: Notice['kind'], recipients: readonly RoleHolder[], about = newId()): Promise<void> =>
      this.notify.tell(manager, { year }, [{ kind, recipients, params, about, projectId }], 'asNew');
    const proposer = () => this.people.named(manager, ['measures.propose'], [measure.proposedBy], actor);
    switch (step) {
      case 'propose':
        return tell('measure-proposed', await this.people.nearest(manager, 'measures.decide', path, actor), id);
      case 'approve':
        return tell('measure-approved', await proposer());
      case 'reject':
        return tell('measure-rejected', await proposer());
      case 'post':
        if (measure.kind !== 'suspend') return;
        return tell('measure-suspended', await this.people.ofUnit(manager, path, null, actor));
      case 'lift':
        return tell('measure-lifted', await this.people.ofUnit(manager, path, null, actor));
      case 'withdraw':
        return;
    }
  }

  private async followNaming(manager: EntityManager, { named, step, actor, text }: Named): Promise<void> {
    const { id, organisationId } = named;
    const year = Number(named.proposedAt.slice(0, 4));
    if (step !== 'propose') await this.notify.settle(manager, [noticeKey('naming-proposed', year, id)]);
    const { name: unit, path } = await this.places.organisation(manager, organisationId);
    const params = {
      subjectId: id,
      organisationId,
      unit,
      message: excerpt(step === 'approve' ? named.reason : (text ?? '')),
    };
    const tell = (kind: Notice['kind'], recipients: readonly RoleHolder[], about = newId()): Promise<void> =>
      this.notify.tell(manager, { year }, [{ kind, recipients, params, about }], 'asNew');
    if (step === 'propose') {
      await tell('naming-proposed', await this.people.nearest(manager, 'measures.decide', path, actor), id);
    } else if (step === 'approve') {
      const circular = named.kind === 'circular' ? 'naming-circular' : 'naming-interview';
      await tell(circular, await this.people.ofUnit(manager, path, null, actor));
    } else if (step === 'reject') {
      await tell('naming-rejected', await this.people.named(manager, ['measures.propose'], [named.proposedBy], actor));
    }
  }
}
