import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AdministratorsQuery } from '../persistence/administrators.query.js';

/** Somebody must always be able to manage the people of the whole county. */
@Injectable()
export class KeepAdministrator {
  constructor(
    private readonly administrators: AdministratorsQuery,
    private readonly clock: Clock,
  ) {}

  /** Asked after a change, inside its transaction. @throws DomainError `last-administrator` where nobody is left */
  async requireOne(manager: EntityManager): Promise<void> {
    if (!(await this.administrators.anyAtRoot(manager, this.clock.today()))) {
      throw new DomainError('last-administrator');
    }
  }
}
