import { Injectable, type OnModuleInit } from '@nestjs/common';
import { namesOf } from '../../../platform/database/names-of.js';
import { SubjectNames } from '../../audit/index.js';

const DELIVERIES = { table: 'treasury_delivery', name: 'source_name' };

/** Tells the audit trail what deliveries of the treasury's figures are called. */
@Injectable()
export class NameDeliveries implements OnModuleInit {
  constructor(private readonly names: SubjectNames) {}

  onModuleInit(): void {
    this.names.provide('treasury-delivery', (manager, ids) => namesOf(manager, DELIVERIES, ids));
  }
}
