import { Injectable, type OnModuleInit } from '@nestjs/common';
import { namesOf } from '../../../platform/database/names-of.js';
import { SubjectNames } from '../../audit/index.js';

/** Tells the audit trail which file an import came from. */
@Injectable()
export class NameImports implements OnModuleInit {
  constructor(private readonly names: SubjectNames) {}

  onModuleInit(): void {
    this.names.provide('import', (manager, ids) => namesOf(manager, { table: 'import_batch', name: 'file' }, ids));
  }
}
