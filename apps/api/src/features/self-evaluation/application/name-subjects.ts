import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SubjectNames } from '../../audit/index.js';
import { EvaluationNames } from '../persistence/evaluation-names.query.js';

/** Tells the audit trail what self-evaluations are called. */
@Injectable()
export class NameSubjects implements OnModuleInit {
  constructor(
    private readonly names: SubjectNames,
    private readonly evaluations: EvaluationNames,
  ) {}

  onModuleInit(): void {
    this.names.provide('self-evaluation', (manager, ids) => this.evaluations.of(manager, ids));
  }
}
