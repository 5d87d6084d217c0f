import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SubjectNames } from '../../audit/index.js';
import { OfficialReportNames } from '../persistence/official-report-names.query.js';

/** Tells the audit trail what official reports are called. */
@Injectable()
export class NameSubjects implements OnModuleInit {
  constructor(
    private readonly names: SubjectNames,
    private readonly reports: OfficialReportNames,
  ) {}

  onModuleInit(): void {
    this.names.provide('official-report', (manager, ids) => this.reports.of(manager, ids));
  }
}
