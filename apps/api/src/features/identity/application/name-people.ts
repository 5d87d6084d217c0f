import { Injectable, type OnModuleInit } from '@nestjs/common';
import { namesOf } from '../../../platform/database/names-of.js';
import { SubjectNames } from '../../audit/index.js';

const PEOPLE = { table: 'user_account', name: 'display_name' };

/** Tells the audit trail what people and tokens are called. */
@Injectable()
export class NamePeople implements OnModuleInit {
  constructor(private readonly names: SubjectNames) {}

  onModuleInit(): void {
    this.names.provide('user', (manager, ids) => namesOf(manager, PEOPLE, ids));
    this.names.provide('actor', (manager, usernames) => namesOf(manager, { ...PEOPLE, key: 'username' }, usernames));
    this.names.provide('token', (manager, ids) => namesOf(manager, { table: 'api_token', name: 'name' }, ids));
  }
}
