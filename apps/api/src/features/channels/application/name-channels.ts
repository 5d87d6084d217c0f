import { Injectable, type OnModuleInit } from '@nestjs/common';
import { namesOf } from '../../../platform/database/names-of.js';
import { SubjectNames } from '../../audit/index.js';

/** Tells the audit trail what channels are called. */
@Injectable()
export class NameChannels implements OnModuleInit {
  constructor(private readonly names: SubjectNames) {}

  onModuleInit(): void {
    this.names.provide('channel', (manager, ids) => namesOf(manager, { table: 'channel', name: 'name' }, ids));
  }
}
