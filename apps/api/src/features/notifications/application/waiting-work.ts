import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nearestHolders, PeopleDirectory } from '../../identity/index.js';
import type { NoticeKind, NoticeParams } from './notice-kinds.js';
import { Notify, occasionKey, noticeKey, type Notice, type Occasion } from './notify.js';
import { others } from './others.js';

/** A unit in which work waits. */
interface BusyUnit {
  readonly organisationId: string;
  readonly name: string;
  readonly path: string;
}

/** Work of units that waits for those who hold a permission. */
export interface WaitingQueue<Unit extends BusyUnit, Step extends string> {
  readonly kind: NoticeKind;
  readonly permission: Permission;
  /** How much of it waits in a unit. */
  readonly waiting: (unit: Unit) => number;
  /** The step by which more of it comes. */
  readonly grownBy: Step;
  readonly params: (unit: Unit) => NoticeParams;
}

/** What happened in the units, and who did it. */
interface Happening<Step extends string> {
  readonly step: Step;
  readonly actor: string;
}

/** Keeps one notification per unit and occasion with what waits there now. */
@Injectable()
export class WaitingWork {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly notify: Notify,
  ) {}

  /** Tells the nearest holders of the permission, anew where more came; where nothing waits any more it is settled. */
  async refresh<Unit extends BusyUnit, Step extends string>(
    manager: EntityManager,
    occasion: Occasion,
    queue: WaitingQueue<Unit, Step>,
    units: readonly Unit[],
    { step, actor }: Happening<Step>,
  ): Promise<void> {
    await this.settleDone(manager, occasion, queue, units);
    const busy = units.filter((unit) => queue.waiting(unit) > 0);
    if (busy.length === 0) return;
    const holders = await this.people.holders(manager, queue.permission);
    const notices = busy.map((unit): Notice => ({
      kind: queue.kind,
      recipients: others(nearestHolders(holders, unit.path), actor),
      params: queue.params(unit),
      about: unit.organisationId,
      unitId: unit.organisationId,
    }));
    await this.notify.tell(manager, occasion, notices, step === queue.grownBy ? 'asNew' : 'figuresOnly');
  }

  async settleDone<Unit extends BusyUnit, Step extends string>(
    manager: EntityManager,
    occasion: Occasion,
    { kind, waiting }: WaitingQueue<Unit, Step>,
    units: readonly Unit[],
  ): Promise<void> {
    const done = units.filter((unit) => waiting(unit) === 0);
    const keys = done.map(({ organisationId }) => noticeKey(kind, occasionKey(occasion), organisationId));
    await this.notify.settle(manager, keys);
  }
}
