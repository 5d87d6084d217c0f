import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { ActorFrom } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { RoundTargetRepository } from '../persistence/round-target.repository.js';
import { approvalState, TargetApprovalRepository } from '../persistence/target-approval.repository.js';
import type { TargetChange } from '../persistence/target-change.entity.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { applyChange } from './apply-change.js';
import { indicatorsOf, type ChangeContent } from './change-content.js';
import { SaveTargets } from './save-targets.js';
import type { StoredContent, StoredTarget } from './stored-target.js';
import { approvalsMoved } from './target-work.events.js';

/**
 * Makes the version of a project's targets that an approved change asks for, in the transaction of the caller. Rounds
 * opened afterwards use it. One thing counts at once: a spend plan where there was none, for which open rounds had used
 * straight-line progress in its place (R4).
 */
@Injectable()
export class CarryOutChange {
  constructor(
    private readonly targets: TargetRepository,
    private readonly save: SaveTargets,
    private readonly pins: RoundTargetRepository,
    private readonly approvals: TargetApprovalRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the new version
   * @throws DomainError `change-outdated` where what it changes has been changed since it was proposed, `change-impossible`
   */
  async run(manager: EntityManager, change: TargetChange, by: ActorFrom): Promise<number> {
    const [target] = await this.targets.ofProjects(manager, [change.projectId]);
    if (target === undefined) throw new DomainError('not-found');
    await this.refuseOutdated(manager, change, target);
    const { project, version } = target;
    const { content, issues } = applyChange(target.content, change.content, project.year);
    if (issues.length > 0) throw new DomainError('change-impossible', {}, issues);
    const { year, organisationId, code, name } = project;
    const item = { year, organisationId, code, name, content, stored: target };
    await this.save.run(manager, [item], { ...by, importBatchId: null, changeId: change.id });
    const next = version.version + 1;
    await this.approve(manager, target, next, by.actor);
    const moved = { projects: [project], by: 'other' as const, actor: by.actor, message: null };
    await this.events.publish(manager, approvalsMoved(moved));
    if (change.content.what === 'schedule' && target.content.schedule === null) {
      await this.useInOpenRounds(manager, target, next);
    }
    return next;
  }

  private async refuseOutdated(manager: EntityManager, change: TargetChange, target: StoredTarget): Promise<void> {
    if (target.version.version === change.basedOn) return;
    const [before] = await this.targets.atVersions(manager, target.project, [change.basedOn]);
    const isSame =
      before !== undefined && touched(before.content, change.content) === touched(target.content, change.content);
    if (!isSame) throw new DomainError('change-outdated');
  }

  /** What follows from approved targets by an approved change is approved. */
  private async approve(manager: EntityManager, target: StoredTarget, version: number, actor: string): Promise<void> {
    const last = (await this.approvals.ofTargets(manager, [target])).get(target.project.id);
    if (approvalState(last) !== 'approved') return;
    const decision = { state: 'approved' as const, documentNumber: null, documentDate: null, message: null };
    const signature = { decidedBy: actor, decidedAt: this.clock.now() };
    await this.approvals.insert(manager, [
      { id: newId(), projectId: target.project.id, version, ...decision, ...signature },
    ]);
  }

  private async useInOpenRounds(manager: EntityManager, target: StoredTarget, version: number): Promise<void> {
    const pins = await this.pins.openPins(manager, [target.project.id]);
    const planless = pins.filter((pin) => pin.version === target.version.version);
    await this.pins.pin(
      manager,
      planless.map((pin) => ({ ...pin, version })),
    );
  }
}

/** What a change touches of targets, as text to compare. */
function touched({ schedule, indicators }: StoredContent, change: ChangeContent): string {
  if (change.what === 'schedule') return JSON.stringify(schedule);
  const ids = indicatorsOf(change);
  return JSON.stringify(
    indicators.filter(({ lineageId }) => ids.includes(lineageId)).map(({ sourceAt: _at, ...indicator }) => indicator),
  );
}
