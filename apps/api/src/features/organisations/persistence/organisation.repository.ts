import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
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

  async add(manager: EntityManager, organisation: Organisation): Promise<void> {
    await manager.insert(Organisation, organisation);
  }
}
