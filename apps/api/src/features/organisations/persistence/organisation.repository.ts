import { Injectable } from '@nestjs/common';
import { In, Like, type EntityManager } from 'typeorm';
import { lockRows, type RowLock } from '../../../platform/database/row-locks.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OrganisationDirectory, type DirectoryEntry } from '../../identity/index.js';
import { Organisation } from './organisation.entity.js';
import { restrictToScope } from './scope.query.js';

@Injectable()
export class OrganisationRepository extends OrganisationDirectory {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, DirectoryEntry>> {
    if (ids.length === 0) return new Map();
    const found = await this.uow.reader.findBy(Organisation, { id: In([...new Set(ids)]) });
    return new Map(found.map((organisation) => [organisation.id, organisation]));
  }

  byCode(code: string, manager: EntityManager = this.uow.reader): Promise<Organisation | null> {
    return manager.findOneBy(Organisation, { code });
  }

  byId(id: string, manager: EntityManager = this.uow.reader): Promise<Organisation | null> {
    return manager.findOneBy(Organisation, { id });
  }

  /** Organisations below the path prefixes, parents before children, siblings by code. */
  async within(prefixes: readonly string[]): Promise<Organisation[]> {
    const query = this.uow.reader.createQueryBuilder(Organisation, 'organisation');
    const found = await restrictToScope(query, 'organisation', prefixes).getMany();
    const depth = ({ path }: Organisation): number => path.split('/').length;
    return found.sort((a, b) => depth(a) - depth(b) || (a.code < b.code ? -1 : 1));
  }

  async allowSelfApproval(manager: EntityManager, id: string, allowed: boolean): Promise<void> {
    await manager.update(Organisation, { id }, { selfApproval: allowed });
  }

  /** Holds organisations until the transaction ends, so that none of them is moved or closed meanwhile. */
  async hold(manager: EntityManager, ids: readonly string[], lock: RowLock): Promise<void> {
    await lockRows(manager, 'organisation', ids, lock);
  }

  /** The organisation of the path and all below it. */
  subtree(manager: EntityManager, path: string): Promise<Organisation[]> {
    return manager.findBy(Organisation, { path: Like(`${path}%`) });
  }

  async add(manager: EntityManager, organisation: Organisation): Promise<void> {
    await manager.insert(Organisation, organisation);
  }

  async change(manager: EntityManager, id: string, change: Partial<Omit<Organisation, 'id'>>): Promise<void> {
    await manager.update(Organisation, { id }, change);
  }

  /** @throws DatabaseConflict of kind `reference` where anything refers to it */
  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(Organisation, { id });
  }

  /** Whether people hold a role at the organisation itself, or will. */
  async hasPeople(manager: EntityManager, id: string, today: string): Promise<boolean> {
    const sql = `select 1 from user_role r join user_account a on a.id = r.user_id
      where r.organisation_id = ? and a.active = ? and (r.valid_until is null or r.valid_until >= ?) limit 1`;
    return (await manager.query<unknown[]>(sql, [id, true, today])).length > 0;
  }
}
