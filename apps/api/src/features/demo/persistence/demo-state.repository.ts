import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** What tells whether the demonstration is there. */
@Injectable()
export class DemoStateRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async hasOrganisations(): Promise<boolean> {
    return (await this.uow.reader.query<unknown[]>('select id from organisation limit 1')).length > 0;
  }

  async hasOrganisation(code: string, name: string): Promise<boolean> {
    const sql = 'select id from organisation where code = ? and name = ?';
    return (await this.uow.reader.query<unknown[]>(sql, [code, name])).length > 0;
  }

  async hasAccount(username: string): Promise<boolean> {
    const sql = 'select id from user_account where username = ?';
    return (await this.uow.reader.query<unknown[]>(sql, [username])).length > 0;
  }
}
