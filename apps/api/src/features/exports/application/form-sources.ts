import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { PaperKind } from './export-kinds.js';
import type { FormSource } from './form-source.js';
import { MonitoringForms } from './monitoring-forms.js';

/** The forms of a kind and a period. */
@Injectable()
export class FormSources {
  constructor(private readonly monitoring: MonitoringForms) {}

  /** @throws DomainError `round-not-found` */
  async open(manager: EntityManager, kind: PaperKind, year: number, month: number | null): Promise<FormSource> {
    if (kind === 'monitoringForm' && month !== null) return this.monitoring.open(manager, year, month);
    throw new DomainError('export-empty');
  }
}
