import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { RectificationChange } from '../http/rectifications.dto.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { Rectification } from '../persistence/rectification.entity.js';
import { FollowUpAccess } from './follow-up-access.js';
import { KeepStep } from './keep-step.js';
import { OwnersQuery } from './owners.query.js';
import { mayWith } from './rectification-views.js';

const WRITING: readonly Permission[] = ['rectifications.write', 'rectifications.review'];
type Fields = Omit<RectificationChange, 'version'>;

/** Changes what a rectification says: all of it until it is under way, then only who does what. */
@Injectable()
export class ChangeRectification {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: FollowUpAccess,
    private readonly owners: OwnersQuery,
    private readonly rows: FollowUpRepository,
    private readonly keep: KeepStep,
  ) {}

  /**
   * @throws DomainError what `FollowUpAccess.hold` does, `rectification-settled` where nothing, or not this, may be changed
   *   any more, `owner-not-of-unit`
   */
  async run(
    user: CurrentUser,
    id: string,
    { version, ...input }: RectificationChange,
    remoteAddress?: string,
  ): Promise<void> {
    await this.uow.run(async (manager) => {
      const { row, unit, by } = await this.access.hold(manager, user, Rectification, { id, version, anyOf: WRITING });
      const change = changedOf(row, input);
      if (Object.keys(change).length === 0) return;
      if (!mayWith(row, user, unit.path).includes('edit')) throw new DomainError('rectification-settled');
      if (row.state !== 'drafting' && isSettled(change)) throw new DomainError('rectification-settled');
      if (change.owner) await this.owners.require(manager, unit.path, change.owner);
      await this.rows.change(manager, Rectification, row, change);
      const before = Object.fromEntries(Object.keys(change).map((field) => [field, row[field as keyof Fields]]));
      await this.keep.run(manager, id, by, {
        step: 'change',
        params: Object.fromEntries(Object.keys(change).map((field) => [field, 1])),
        action: 'rectifications.change',
        subject: `rectification/${id}`,
        before,
        after: change,
        remoteAddress,
      });
    });
  }
}

/** The deadline is moved by an extension alone once it is under way. */
const isSettled = (change: Fields): boolean =>
  change.finding !== undefined || change.reference !== undefined || change.deadline !== undefined;

const changedOf = (row: Rectification, input: Fields): Fields =>
  Object.fromEntries(
    Object.entries(input).filter(([field, value]) => value !== undefined && value !== row[field as keyof Fields]),
  );
