import { Injectable, type OnModuleInit } from '@nestjs/common';
import { namesOf } from '../../../platform/database/names-of.js';
import { SubjectNames } from '../../audit/index.js';

/** Tells the audit trail what organisations are called. */
@Injectable()
export class NameOrganisations implements OnModuleInit {
  constructor(private readonly names: SubjectNames) {}

  onModuleInit(): void {
    this.names.provide('organisation', (manager, ids) =>
      namesOf(manager, { table: 'organisation', name: 'name' }, ids),
    );
  }
}
