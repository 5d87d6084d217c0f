import { Injectable } from '@nestjs/common';
import {
  In,
  type EntityManager,
  type FindOptionsWhere,
  type ObjectLiteral,
  type QueryDeepPartialEntity,
} from 'typeorm';
import { lockOne } from '../../../platform/database/row-locks.js';
import { FollowUpStep } from './follow-up-step.entity.js';

/** What rectifications, measures, named units and matters under supervision have in common. */
export interface FollowUp extends ObjectLiteral {
  readonly id: string;
  readonly organisationId: string;
  readonly version: number;
}

export type FollowUpKind<E extends FollowUp> = new () => E;

/** The rows of this slice, whatever they are about, and their history. */
@Injectable()
export class FollowUpRepository {
  find<E extends FollowUp>(manager: EntityManager, kind: FollowUpKind<E>, id: string): Promise<E | null> {
    return manager.findOneBy(kind, byId<E>(id));
  }

  /** The row, held until the transaction ends, so that each of its steps is taken once. */
  hold<E extends FollowUp>(manager: EntityManager, kind: FollowUpKind<E>, id: string): Promise<E | null> {
    return lockOne(manager, kind, byId<E>(id), 'exclusive');
  }

  /** In the order of the ids; one that is not there is left out. */
  async byIds<E extends FollowUp>(
    manager: EntityManager,
    kind: FollowUpKind<E>,
    ids: readonly string[],
  ): Promise<readonly E[]> {
    if (ids.length === 0) return [];
    const rows = await manager.findBy(kind, { id: In([...ids]) } as FindOptionsWhere<E>);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  async insert<E extends FollowUp>(manager: EntityManager, kind: FollowUpKind<E>, row: E): Promise<void> {
    await manager.insert(kind, row as QueryDeepPartialEntity<E>);
  }

  /** Stores a change as the next version of a row that is held. @returns the row as it is now */
  async change<E extends FollowUp>(
    manager: EntityManager,
    kind: FollowUpKind<E>,
    row: E,
    change: Partial<E>,
  ): Promise<E> {
    const changed = { ...change, version: row.version + 1 };
    await manager.update(kind, byId<E>(row.id), changed as QueryDeepPartialEntity<E>);
    return { ...row, ...changed };
  }

  async addStep(manager: EntityManager, step: FollowUpStep): Promise<void> {
    await manager.insert(FollowUpStep, step as QueryDeepPartialEntity<FollowUpStep>);
  }

  /** Oldest first. */
  stepsOf(manager: EntityManager, subjectId: string): Promise<FollowUpStep[]> {
    return manager.find(FollowUpStep, { where: { subjectId }, order: { at: 'ASC', id: 'ASC' } });
  }
}

const byId = <E extends FollowUp>(id: string): FindOptionsWhere<E> => ({ id }) as unknown as FindOptionsWhere<E>;
