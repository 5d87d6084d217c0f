import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockRows } from '../../../platform/database/row-locks.js';

/** Administrators of the whole county: those at an organisation that has none above it. */
@Injectable()
export class AdministratorsQuery {
  /** Whether an open account has the role today; its rows are held until the transaction ends. */
  async anyAtRoot(manager: EntityManager, today: string): Promise<boolean> {
    const sql = `select a.id as id from user_account a
      join user_role r on r.user_id = a.id
      join organisation o on o.id = r.organisation_id
      where a.active = ? and r.role = 'admin' and o.parent_id is null
        and (r.valid_from is null or r.valid_from <= ?) and (r.valid_until is null or r.valid_until >= ?)`;
    const found = async (): Promise<string[]> =>
      (await manager.query<{ id: string }[]>(sql, [true, today, today])).map(({ id }) => id);
    await lockRows(manager, 'user_account', await found(), 'exclusive');
    return (await found()).length > 0;
  }
}
