import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EvaluationForms } from './evaluation-forms.js';
import type { PaperKind } from './export-kinds.js';
import type { FormSource } from './form-source.js';
import { MonitoringForms } from './monitoring-forms.js';

/** The forms of a kind and a period. */
@Injectable()
export class FormSources {
  constructor(
    private readonly monitoring: MonitoringForms,
    private readonly evaluations: EvaluationForms,
  ) {}

  /** @throws DomainError `round-not-found` */
  open(manager: EntityManager, kind: PaperKind, year: number, month: number | null): Promise<FormSource> {
    if (kind === 'selfEvaluationForm') return Promise.resolve(this.evaluations.open(year));
    if (month === null) throw new Error('A monitoring form without a month');
    return this.monitoring.open(manager, year, month);
  }
}
