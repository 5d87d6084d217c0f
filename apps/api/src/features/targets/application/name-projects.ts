import { Injectable, type OnModuleInit } from '@nestjs/common';
import { namesOf } from '../../../platform/database/names-of.js';
import { SubjectNames } from '../../audit/index.js';

/** Tells the audit trail what projects are called. */
@Injectable()
export class NameProjects implements OnModuleInit {
  constructor(private readonly names: SubjectNames) {}

  onModuleInit(): void {
    this.names.provide('project', (manager, ids) => namesOf(manager, { table: 'project', name: 'name' }, ids));
  }
}
