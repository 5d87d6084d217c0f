import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SubjectNames } from '../../audit/index.js';
import { FollowUpNames } from '../persistence/follow-up-names.query.js';

/** Tells the audit trail what rectifications, measures, named units and matters under supervision are called. */
@Injectable()
export class NameSubjects implements OnModuleInit {
  constructor(
    private readonly names: SubjectNames,
    private readonly followUps: FollowUpNames,
  ) {}

  onModuleInit(): void {
    this.names.provide('rectification', (manager, ids) => this.followUps.of(manager, 'rectification', ids));
    this.names.provide('measure', (manager, ids) => this.followUps.of(manager, 'budget_measure', ids));
    this.names.provide('naming', (manager, ids) => this.followUps.of(manager, 'named_unit', ids));
    this.names.provide('supervision', (manager, ids) => this.followUps.of(manager, 'supervision', ids));
  }
}
