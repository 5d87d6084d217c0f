import { PRESET_TEMPLATES, type FormTemplate } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { FormTemplateVersion } from '../persistence/form-template.entity.js';
import { FormTemplateRepository } from '../persistence/form-template.repository.js';
import { FORM_OF, type PaperKind } from './export-kinds.js';

export interface TemplateInForce {
  /** `monitoring-form@2`. */
  readonly ref: string;
  readonly version: number;
  readonly content: FormTemplate;
}

/** The version that the program comes with. */
export const SHIPPED_VERSION = 1;

const REFS: Readonly<Record<PaperKind, string>> = {
  monitoringForm: 'monitoring-form',
  selfEvaluationForm: 'self-evaluation-form',
};

export const templateRef = (kind: PaperKind, version: number): string => `${REFS[kind]}@${version}`;

/** The templates that papers are made with: the newest published version, or what the program comes with. */
@Injectable()
export class FormTemplates {
  constructor(private readonly templates: FormTemplateRepository) {}

  async inForce(manager: EntityManager, kind: PaperKind): Promise<TemplateInForce> {
    return templateOf(kind, await this.templates.newest(manager, kind));
  }

  /** @throws DomainError `not-found` */
  async version(manager: EntityManager, kind: PaperKind, version: number): Promise<TemplateInForce> {
    const row = version === SHIPPED_VERSION ? null : await this.templates.version(manager, kind, version);
    if (row === null && version !== SHIPPED_VERSION) throw new DomainError('not-found');
    return templateOf(kind, row);
  }

  /** The one that a paper names. @throws DomainError `not-found` */
  byRef(manager: EntityManager, kind: PaperKind, ref: string): Promise<TemplateInForce> {
    return this.version(manager, kind, Number(ref.slice(ref.lastIndexOf('@') + 1)));
  }
}

function templateOf(kind: PaperKind, row: FormTemplateVersion | null): TemplateInForce {
  const shipped = PRESET_TEMPLATES[FORM_OF[kind]];
  const version = row?.version ?? SHIPPED_VERSION;
  return { ref: templateRef(kind, version), version, content: row?.content ?? shipped };
}
